package org.companytimeline.timeline.project;

import java.io.Serial;

/// The log can't be reached or does not answer: the same call may succeed later.
public final class LogUnavailable extends Exception {

    @Serial private static final long serialVersionUID = 1L;

    public LogUnavailable(String attempted, Throwable cause) {
        super(
                attempted
                        + ": "
                        + (cause.getMessage() == null ? "no answer in time" : cause.getMessage()),
                cause);
    }
}
