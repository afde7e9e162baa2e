package org.companytimeline.timeline.project;

import java.io.Serial;

/// The read model can't be reached or is out of resources: the same call may succeed later.
public final class ReadModelUnavailable extends BatchInterrupted {

    @Serial private static final long serialVersionUID = 1L;

    public ReadModelUnavailable(String attempted, Throwable cause) {
        super(attempted, cause);
    }
}
