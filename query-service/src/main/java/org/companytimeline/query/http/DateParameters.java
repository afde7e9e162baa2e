package org.companytimeline.query.http;

import java.util.List;
import java.util.Optional;
import org.companytimeline.event.When;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.event.words.DatePhrases;
import org.companytimeline.event.words.DateReading;

/// Dates in the parameters of a request: `edtf` alone, which may be repeated, or `text` and perhaps
/// `anchor`.
final class DateParameters {

    /// How many dates one request may ask about.
    static final int MOST_DATES = 200;

    /// Stands in where there is a fault.
    private static final When NO_DATE = When.of(Edtf.parse("XXXX"));

    private DateParameters() {}

    static boolean areSeveral(Parameters given) {
        return given.all("edtf").size() > 1;
    }

    /// All that are asked about, in their order, where there are several.
    static List<When> several(Parameters given) {
        if (given.all("edtf").size() > MOST_DATES) {
            given.fault(
                    "edtf", "edtf may be given at most %d times.".formatted(MOST_DATES), List.of());
            return List.of();
        }
        if (!given.all("text").isEmpty() || !given.all("anchor").isEmpty()) {
            notAlone(given);
        }
        return given.edtfs("edtf").stream().map(When::of).toList();
    }

    /// The one that is asked about.
    static When of(Parameters given) {
        Optional<Edtf> edtf = given.edtf("edtf");
        Optional<String> text = given.one("text");
        Optional<Edtf> anchor = given.edtf("anchor");
        if (!given.faults().isEmpty()) {
            return NO_DATE;
        }
        if (edtf.isPresent() && (text.isPresent() || anchor.isPresent())) {
            notAlone(given);
            return NO_DATE;
        }
        return edtf.map(When::of).orElseGet(() -> inWords(given, text, anchor));
    }

    private static void notAlone(Parameters given) {
        given.fault("edtf", "Give edtf alone, or text with anchor.", List.of());
    }

    private static When inWords(Parameters given, Optional<String> text, Optional<Edtf> anchor) {
        if (text.isEmpty()) {
            given.fault("text", "Give text, with anchor where it needs one, or edtf.", List.of());
            return NO_DATE;
        }
        switch (DatePhrases.read(text.get(), anchor.orElse(null))) {
            case DateReading.Resolved resolved -> {
                return new When(resolved.edtf(), text.get(), anchor.orElse(null), resolved.rule());
            }
            case DateReading.Unknown unknown ->
                    given.fault("text", "text " + unknown.detail() + ".", unknown.nearest());
            case DateReading.TextUnfit unfit ->
                    given.fault("text", "text " + unfit.detail() + ".", List.of());
            case DateReading.AnchorNeeded needed ->
                    given.fault("anchor", "anchor " + needed.detail() + ".", List.of());
            case DateReading.AnchorUnfit unfit ->
                    given.fault("anchor", "anchor " + unfit.detail() + ".", List.of());
        }
        return NO_DATE;
    }
}
