package org.companytimeline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.stream.Collectors;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.event.edtf.EdtfException;
import org.companytimeline.event.words.DateWords;
import org.companytimeline.event.words.Language;

/// One fact of a timeline as a row of text, harmless to a terminal.
///
/// @param date when, in words
/// @param what the type of event
/// @param sources how many different sources say so, among the claims at hand
/// @param details whose fact it is if it is another company's, what exactly, and what other claims
///   say
/// @param status empty if it is the usual `reported`
/// @param conflicts the names of the fields in which its claims contradict each other
record FactRow(
        String date, String what, int sources, String details, String status, String conflicts) {
    private static final int OTHER_CLAIMS_SHOWN = 3;

    /// @param companyId the company whose timeline this is
    /// @param language of its date
    static FactRow of(JsonNode fact, String companyId, Language language) {
        return new FactRow(
                InertText.of(date(fact.path("when"), language)),
                InertText.of(words(fact.path("type").asText("?"))),
                sources(fact),
                InertText.of(
                        subject(fact, companyId)
                                + DetailsText.of(fact.path("details"))
                                + otherClaims(fact)),
                InertText.of(status(fact)),
                InertText.of(conflicts(fact)));
    }

    /// `office-opened` is `Office opened`.
    static String words(String type) {
        var words = type.replace('-', ' ');
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// A date in words; one that this version can't read as it was posted.
    static String date(JsonNode when, Language language) {
        var edtf = when.path("edtf").asText("");
        try {
            return edtf.isEmpty() ? "" : DateWords.of(Edtf.parse(edtf), language);
        } catch (EdtfException _) {
            return edtf;
        }
    }

    private static String subject(JsonNode fact, String companyId) {
        var subject = fact.path("company").path("id").asText(companyId);
        return subject.equals(companyId)
                ? ""
                : fact.path("company").path("name").asText(subject) + ": ";
    }

    private static String status(JsonNode fact) {
        var status = fact.path("status").asText("");
        return status.equals("reported") ? "" : status;
    }

    private static String conflicts(JsonNode fact) {
        return fact.path("conflicts")
                .valueStream()
                .map(conflict -> conflict.path("field").asText("?"))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static int sources(JsonNode fact) {
        var distinct = new LinkedHashSet<JsonNode>();
        fact.path("claims").forEach(claim -> claim.path("sources").forEach(distinct::add));
        return distinct.size();
    }

    private static String otherClaims(JsonNode fact) {
        var leading = DetailsText.of(fact.path("details"));
        var others = new LinkedHashSet<String>();
        for (var claim : fact.path("claims")) {
            var said = DetailsText.of(claim.path("details"));
            if (!said.isEmpty() && !said.equals(leading)) {
                var status = claim.path("status").asText("");
                others.add(
                        said
                                + (status.equals(fact.path("status").asText(""))
                                        ? ""
                                        : " [%s]".formatted(status)));
            }
        }
        if (others.isEmpty()) {
            return "";
        }
        var shown = String.join("; ", others.stream().limit(OTHER_CLAIMS_SHOWN).toList());
        var more = others.size() - OTHER_CLAIMS_SHOWN;
        return "; also said: " + shown + (more > 0 ? " and %d more".formatted(more) : "");
    }
}
