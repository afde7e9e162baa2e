package org.companytimeline.event.edtf;

/// Not a date that is accepted; the message says what would be.
public final class EdtfException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /// @param text what was written, at most [Edtf#MAXIMUM_LENGTH] characters of it
    /// @param hint what is wrong with it and what would be accepted
    EdtfException(String text, String hint) {
        super("\"" + text + "\" is not accepted as a date: " + hint);
    }
}
