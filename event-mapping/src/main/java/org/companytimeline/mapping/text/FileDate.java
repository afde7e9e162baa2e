package org.companytimeline.mapping.text;

import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;

/// A date of a file: what becomes the `when` of an event.
///
/// @param text the spelling of the file and what was made of it, where that is not the same as the
///   date
/// @param anchor when words were written
/// @param rule the rule that read words
public record FileDate(
        Edtf edtf, @Nullable String text, @Nullable Edtf anchor, @Nullable String rule) {

    /// One that is spelled as it is meant.
    static FileDate of(Edtf edtf) {
        return new FileDate(edtf, null, null, null);
    }

    /// One that may be spelled otherwise.
    static FileDate spelled(String text, String edtf) {
        return new FileDate(Edtf.parse(edtf), text.equals(edtf) ? null : text, null, null);
    }

    /// One that stands for a text that gives no date, or for no text.
    public static FileDate standIn(Edtf edtf, @Nullable String text) {
        return new FileDate(edtf, text, null, null);
    }
}
