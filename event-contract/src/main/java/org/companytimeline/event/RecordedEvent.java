package org.companytimeline.event;

import java.time.Instant;
import java.util.Comparator;

/// An event and where the log holds it.
///
/// @param recordedAt known time in milliseconds: the largest broker append time so far in the
///   event's partition, so it never runs backwards
public record RecordedEvent(Event event, Position position, Instant recordedAt) {

    /// Recorded order: known time, then partition, then offset.
    public static final Comparator<RecordedEvent> RECORDED_ORDER =
            (one, other) -> {
                int byTime = one.recordedAt.compareTo(other.recordedAt);
                return byTime != 0 ? byTime : one.position.compareTo(other.position);
            };
}
