package org.companytimeline.timeline.project;

import java.io.Serial;

/// A batch needs more in memory at once than it may; less of it needs less.
final class TooMuchAtOnce extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    TooMuchAtOnce(long bytesMax) {
        super("The blocks that these events link take up more than %d bytes".formatted(bytesMax));
    }
}
