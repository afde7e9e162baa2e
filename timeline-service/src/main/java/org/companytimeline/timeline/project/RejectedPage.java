package org.companytimeline.timeline.project;

import java.time.Instant;
import java.util.List;
import org.companytimeline.event.Position;
import org.jspecify.annotations.Nullable;

/// Some of the rejected records, by position.
///
/// @param more whether there are others after the last item
public record RejectedPage(List<Item> items, boolean more) {

    /// A rejected record as it was kept.
    public record Item(
            Position position,
            String reason,
            String detail,
            @Nullable Bytes key,
            List<LogRecord.Header> headers,
            @Nullable Bytes value,
            Instant recordedAt) {}
}
