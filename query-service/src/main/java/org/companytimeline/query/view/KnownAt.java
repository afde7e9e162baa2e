package org.companytimeline.query.view;

import java.time.Instant;
import java.util.Optional;

/// The moment whose knowledge is asked for.
public sealed interface KnownAt {

    /// Everything that is applied.
    record Now() implements KnownAt {}

    /// Everything whose known time is not later.
    record AtInstant(Instant instant) implements KnownAt {}

    /// Everything recorded before a point in the log.
    record AtCursor(Cursor cursor) implements KnownAt {}

    /// Why there is no such point in this log; empty if there is.
    default Optional<Refusal> refusal(LogState log) {
        return this instanceof AtCursor point ? log.refusal(point.cursor()) : Optional.empty();
    }

    /// The point in the log that is meant.
    default Cursor in(Snapshot snapshot) {
        return switch (this) {
            case Now _ -> snapshot.log().cursor();
            case AtInstant moment -> snapshot.justAfter(moment.instant());
            case AtCursor point -> point.cursor();
        };
    }
}
