package org.companytimeline.timeline.project;

import java.io.Serial;

/// The read model refuses what it is given: the same call fails again.
public final class NotStorable extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public NotStorable(String attempted, Throwable cause) {
        super(attempted + ": " + cause.getMessage(), cause);
    }
}
