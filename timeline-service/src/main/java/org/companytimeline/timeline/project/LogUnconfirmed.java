package org.companytimeline.timeline.project;

import java.io.Serial;

/// It is not certain that records come from the log that the read model is made of.
public final class LogUnconfirmed extends BatchInterrupted {

    @Serial private static final long serialVersionUID = 1L;

    public LogUnconfirmed(String reason) {
        super(reason);
    }

    public LogUnconfirmed(String attempted, Throwable cause) {
        super(attempted, cause);
    }
}
