package org.companytimeline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.companytimeline.event.words.Language;

/// A company and its timeline as lines of text: its name, what it is now, then a row per fact in
/// aligned columns.
///
/// On a terminal the last column is wrapped at its width; elsewhere each fact is one line.
final class TimelineText {
    private static final int LEAST_DETAILS_WIDTH = 20;
    private static final String GAP = "  ";

    private final Style style;
    private final int columns;
    private final Language language;

    /// @param columns the width of the terminal, 0 if there is none
    /// @param language of dates
    TimelineText(Style style, int columns, Language language) {
        this.style = style;
        this.columns = columns;
        this.language = language;
    }

    /// @param company the folded state, as `GET /companies/{id}` answers it
    /// @param facts the facts in timeline order
    List<String> lines(JsonNode company, List<JsonNode> facts) {
        var id = company.path("id").asText();
        var rows = facts.stream().map(fact -> FactRow.of(fact, id, language)).toList();
        var lines = new ArrayList<String>();
        lines.add(
                style.bold(InertText.of(company.path("name").asText(id)))
                        + style.dim(" (%s)".formatted(InertText.of(id))));
        headline(company).forEach(lines::add);
        lines.add("");
        lines.addAll(table(rows));
        lines.add("");
        lines.add(style.dim("%d %s".formatted(rows.size(), rows.size() == 1 ? "fact" : "facts")));
        return lines;
    }

    private List<String> headline(JsonNode company) {
        var lines = new ArrayList<String>();
        add(lines, "Status", company.path("status").asText(""));
        add(lines, "Founded", FactRow.date(company.path("founded").path("when"), language));
        add(lines, "Headquarters", DetailsText.value(company.path("headquarters").path("place")));
        add(lines, "Valuation", dated(company.path("valuation")));
        StreamSupport.stream(company.path("funding").path("totals").spliterator(), false)
                .map(ReadableMoney::of)
                .forEach(total -> add(lines, "Funding", total));
        return lines;
    }

    private String dated(JsonNode part) {
        return part.hasNonNull("money")
                ? "%s (%s)"
                        .formatted(
                                ReadableMoney.of(part.path("money")),
                                FactRow.date(part.path("when"), language))
                : "";
    }

    private static void add(List<String> lines, String label, String value) {
        if (!value.isEmpty()) {
            lines.add("%s%s".formatted(TextWidth.padded(label, 14), InertText.of(value)));
        }
    }

    private List<String> table(List<FactRow> rows) {
        if (rows.isEmpty()) {
            return List.of("Nothing is recorded.");
        }
        var dateWidth = width(rows.stream().map(FactRow::date).toList(), "When");
        var whatWidth = width(rows.stream().map(FactRow::what).toList(), "What");
        var lines = new ArrayList<String>();
        lines.add(
                style.dim(
                        TextWidth.padded("When", dateWidth)
                                + GAP
                                + TextWidth.padded("What", whatWidth)
                                + GAP
                                + "Sources"
                                + GAP
                                + "Details"));
        var indent = dateWidth + whatWidth + "Sources".length() + 3 * GAP.length();
        for (var row : rows) {
            var first =
                    TextWidth.padded(row.date(), dateWidth)
                            + GAP
                            + TextWidth.padded(row.what(), whatWidth)
                            + GAP
                            + "%7d".formatted(row.sources())
                            + GAP;
            var start = first;
            for (var line : details(row, indent)) {
                lines.add((start + line).stripTrailing());
                start = " ".repeat(indent);
            }
        }
        return lines;
    }

    private List<String> details(FactRow row, int indent) {
        var width =
                columns == 0 ? Integer.MAX_VALUE : Math.max(LEAST_DETAILS_WIDTH, columns - indent);
        var lines = new ArrayList<>(TextWidth.wrapped(row.details(), width));
        var marks = marks(row);
        var last = lines.getLast();
        if (marks.isEmpty()) {
            return lines;
        }
        if (last.isEmpty() || TextWidth.of(last) + 1 + TextWidth.of(marks) <= width) {
            lines.set(lines.size() - 1, last + (last.isEmpty() ? "" : " ") + style.warning(marks));
        } else {
            lines.add(style.warning(marks));
        }
        return lines;
    }

    private static String marks(FactRow row) {
        var marks = new ArrayList<String>();
        if (!row.status().isEmpty()) {
            marks.add("[%s]".formatted(row.status()));
        }
        if (!row.conflicts().isEmpty()) {
            marks.add("[sources differ: %s]".formatted(row.conflicts()));
        }
        return String.join(" ", marks);
    }

    private static int width(List<String> cells, String title) {
        return cells.stream().mapToInt(TextWidth::of).reduce(TextWidth.of(title), Math::max);
    }
}
