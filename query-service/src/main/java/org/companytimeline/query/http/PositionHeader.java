package org.companytimeline.query.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.companytimeline.event.Position;
import org.jspecify.annotations.Nullable;

/// The request header `Timeline-Position`: positions that a read must show, such as `3:1045` or
/// `0:12,3:1045`.
final class PositionHeader {

    static final String NAME = "Timeline-Position";

    /// How many positions it may hold.
    static final int MOST_POSITIONS = 1_000;

    private PositionHeader() {}

    /// Reads the header; empty if it cannot be read.
    ///
    /// @param lines its values, one for each line; null where it was not sent
    static Optional<List<Position>> read(@Nullable List<String> lines) {
        List<Position> positions = new ArrayList<>();
        if (lines == null) {
            return Optional.of(positions);
        }
        for (String part : String.join(",", lines).split(",", -1)) {
            try {
                positions.add(Position.parse(part.strip()));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
            if (positions.size() > MOST_POSITIONS) {
                return Optional.empty();
            }
        }
        return Optional.of(positions);
    }
}
