package org.companytimeline.query.view;

import java.util.List;
import java.util.Optional;
import org.companytimeline.event.Position;
import org.companytimeline.event.RecordedEvent;

/// The place of an event in recorded order: known time, then position.
///
/// @param recordedAt milliseconds since 1970-01-01T00:00:00Z
public record EventKey(long recordedAt, Position position) implements SortKey {

    /// The place of this event.
    static EventKey of(RecordedEvent event) {
        return new EventKey(event.recordedAt().toEpochMilli(), event.position());
    }

    boolean isAfter(EventKey other) {
        return recordedAt != other.recordedAt
                ? recordedAt > other.recordedAt
                : position.compareTo(other.position) > 0;
    }

    static Optional<EventKey> read(List<String> parts) {
        return Keys.read(
                parts,
                2,
                key -> new EventKey(Long.parseLong(key.get(0)), Position.parse(key.get(1))));
    }

    @Override
    public List<String> parts() {
        return List.of(Long.toString(recordedAt), position.toString());
    }
}
