package org.companytimeline.event.edtf;

/// Not a date that is accepted; the message says what would be.
public final class EdtfException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public EdtfException(String message) {
        super(message);
    }
}
