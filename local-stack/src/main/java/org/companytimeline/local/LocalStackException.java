package org.companytimeline.local;

import org.jspecify.annotations.Nullable;

/// A fault of the local stack. Its message says in one line what was attempted and what to do.
public final class LocalStackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LocalStackException(String message) {
        this(message, null);
    }

    public LocalStackException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
