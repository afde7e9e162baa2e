package org.companytimeline.event;

import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.event.shape.AtMost;
import org.companytimeline.event.words.DatePhrases;
import org.jspecify.annotations.Nullable;

/// When it happened: an EDTF date and, where it was derived from words, those words, the date they
/// were written (`anchor`), and the rule that read them. In JSON a plain string is short for
/// `{"edtf": …}`.
///
/// @param rule only with `text`; absent where somebody gave the date, see
///   [org.companytimeline.event.words]
public record When(
        Edtf edtf,
        @Nullable String text,
        @Nullable Edtf anchor,
        @AtMost(DatePhrases.MOST_RULE_CHARACTERS) @Nullable String rule) {

    /// A date without words.
    public static When of(Edtf edtf) {
        return new When(edtf, null, null, null);
    }
}
