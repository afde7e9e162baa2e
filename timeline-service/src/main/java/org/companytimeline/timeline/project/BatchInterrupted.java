package org.companytimeline.timeline.project;

import java.io.Serial;

/// A batch was interrupted for a reason outside of it: it may succeed later as it is.
public abstract sealed class BatchInterrupted extends RuntimeException
        permits ReadModelUnavailable, LogUnconfirmed {

    @Serial private static final long serialVersionUID = 1L;

    BatchInterrupted(String attempted, Throwable cause) {
        super(attempted + ": " + cause.getMessage(), cause);
    }

    BatchInterrupted(String reason) {
        super(reason);
    }
}
