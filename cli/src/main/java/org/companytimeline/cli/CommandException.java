package org.companytimeline.cli;

import org.jspecify.annotations.Nullable;

/// A command that could not do what it was asked; the message says why and what to do, and is
/// harmless to a terminal.
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        this(message, null);
    }

    CommandException(String message, @Nullable Throwable cause) {
        super(InertText.of(message), cause);
    }
}
