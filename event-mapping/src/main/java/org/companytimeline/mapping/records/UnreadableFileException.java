package org.companytimeline.mapping.records;

import java.io.IOException;

/// A file of which no record can be read, such as an empty one; the message says what to change.
public final class UnreadableFileException extends IOException {

    public UnreadableFileException(String message) {
        super(message);
    }
}
