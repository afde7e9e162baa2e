package org.companytimeline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.companytimeline.event.words.Language;

/// One recorded event as a line of text, harmless to a terminal: when, which company, what
/// happened, its status if it isn't `reported`, who says so, and its position.
final class EventText {
    private static final int SOURCES_SHOWN = 3;

    private final Style style;
    private final Language language;

    /// @param language of dates
    EventText(Style style, Language language) {
        this.style = style;
        this.language = language;
    }

    /// @param event the short form, with position
    String line(JsonNode event) {
        var company = event.path("company");
        var details = DetailsText.of(event.path("details"));
        var status = event.path("status").asText("");
        var sources = sources(event);
        var parts = new ArrayList<String>();
        parts.add(inert(FactRow.date(event.path("when"), language)));
        parts.add(style.bold(inert(company.path("name").asText(company.path("id").asText("?")))));
        parts.add(
                inert(
                        FactRow.words(event.path("type").asText("?"))
                                + (details.isEmpty() ? "" : ": " + details)));
        parts.add(
                status.isEmpty() || status.equals("reported")
                        ? ""
                        : style.warning("[%s]".formatted(inert(status))));
        parts.add(sources.isEmpty() ? "" : "(%s)".formatted(inert(sources)));
        parts.add(style.dim(inert(event.path("position").asText(""))));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("  "));
    }

    /// Who says so: the publishers of its sources, or what else they are known by.
    private static String sources(JsonNode event) {
        var names =
                event.path("sources")
                        .valueStream()
                        .map(source ->
                                source.path("publisher")
                                        .asText(
                                                source.path("title")
                                                        .asText(source.path("url").asText("?"))))
                        .distinct()
                        .toList();
        var more = names.size() - SOURCES_SHOWN;
        return names.stream().limit(SOURCES_SHOWN).collect(Collectors.joining(", "))
                + (more > 0 ? " and %d more".formatted(more) : "");
    }

    private static String inert(String text) {
        return InertText.of(text);
    }
}
