package org.companytimeline.query.view;

import java.util.Collections;
import java.util.Optional;

/// Where a stream begins.
public sealed interface StreamStart {

    /// With the first event that the log holds.
    record Beginning() implements StreamStart {}

    /// With the first event that was not known at a moment.
    record After(KnownAt moment) implements StreamStart {}

    /// The point in the log that is meant.
    default Cursor in(Snapshot snapshot) {
        return switch (this) {
            case Beginning _ -> {
                Cursor now = snapshot.log().cursor();
                yield new Cursor(now.log(), Collections.nCopies(now.nextOffsets().size(), 0L));
            }
            case After after -> after.moment().in(snapshot);
        };
    }

    /// Why a stream cannot begin there; empty if it can. A point ahead of what is applied is waited
    /// for where the stream follows, since a projection that is made anew goes back for a while.
    default Optional<Refusal> refusal(LogState log, boolean follows) {
        return this instanceof After after
                ? after.moment()
                        .refusal(log)
                        .filter(refusal -> !(follows && refusal instanceof Refusal.CursorAhead))
                : Optional.empty();
    }

    /// Whether it depends on what is applied now, rather than on the log alone.
    default boolean needsProjection() {
        return !(this instanceof After after && after.moment() instanceof KnownAt.AtCursor);
    }
}
