package org.companytimeline.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.event.shape.Faults;
import org.companytimeline.event.shape.Pointer;
import org.companytimeline.event.shape.TextShape;
import org.companytimeline.event.words.DatePhrases;
import org.companytimeline.event.words.DateReading;
import org.jspecify.annotations.Nullable;

/// Resolves a posted `when` of words without a date, before it is read.
final class PostedWords {

    /// Stands for a date that the words do not give, so that the rest can be read for its faults.
    private static final String NO_DATE = "XXXX";

    private static final TextShape TEXT = new TextShape(TextShape.MOST_CHARACTERS);

    private PostedWords() {}

    /// Puts `edtf` and `rule` into a `when` that has a `text` and no `edtf`.
    ///
    /// @param event changed in place
    static void resolve(ObjectNode event, FaultList faults) {
        if (!(event.get("when") instanceof ObjectNode when)
                || when.has("edtf")
                || !when.has("text")) {
            return;
        }
        Pointer at = Pointer.ROOT.to("when");
        if (when.has("rule")) {
            faults.add(
                    at.to("rule"),
                    "stands without the edtf that it gave; leave it out, the text is read anew");
        }
        String text = TEXT.read(when.path("text"), at, Faults.NOT_TAKEN_DOWN);
        JsonNode anchor = when.get("anchor");
        Edtf written = anchor == null ? null : Scalars.DATE.read(anchor, at, Faults.NOT_TAKEN_DOWN);
        when.put("edtf", NO_DATE);
        if (text != null && (anchor == null || written != null)) {
            resolve(when, text, written, at, faults);
        }
    }

    private static void resolve(
            ObjectNode when, String text, @Nullable Edtf anchor, Pointer at, FaultList faults) {
        switch (DatePhrases.read(text, anchor)) {
            case DateReading.Resolved resolved ->
                    when.put("edtf", resolved.edtf().toString()).put("rule", resolved.rule());
            case DateReading.Unknown unknown ->
                    faults.addBeyondSchema(at.to("text"), unknown.detail(), unknown.nearest());
            case DateReading.TextUnfit unfit ->
                    faults.addBeyondSchema(at.to("text"), unfit.detail());
            case DateReading.AnchorNeeded needed ->
                    faults.addBeyondSchema(at.to("anchor"), needed.detail());
            case DateReading.AnchorUnfit unfit ->
                    faults.addBeyondSchema(at.to("anchor"), unfit.detail());
        }
    }
}
