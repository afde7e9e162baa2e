package org.companytimeline.query.view;

import java.util.List;
import java.util.Optional;
import org.companytimeline.event.Position;

/// The place of an event in recorded order: known time, then position.
///
/// @param recordedAt milliseconds since 1970-01-01T00:00:00Z
public record EventKey(long recordedAt, Position position) implements SortKey {

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
