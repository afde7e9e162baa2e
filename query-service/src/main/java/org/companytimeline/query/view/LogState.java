package org.companytimeline.query.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// How far each partition of the log is applied, as one snapshot of the read model holds it.
///
/// @param cursor the point in the log at which the snapshot's rows hold
/// @param foldVersion the version of the fold that made the facts
/// @param refolding whether facts are being folded anew, so that they may not be served
public record LogState(Cursor cursor, int foldVersion, boolean refolding) {

    /// The state of the log with these partitions.
    public static LogState of(
            String clusterId,
            String topicId,
            int foldVersion,
            boolean refolding,
            SortedMap<Integer, Long> nextOffsets) {
        List<Long> vector = new ArrayList<>(nextOffsets.size());
        for (int partition = 0; partition < nextOffsets.size(); partition++) {
            Long next = nextOffsets.get(partition);
            if (next == null) {
                throw new IllegalStateException(
                        "The read model has no row for partition " + partition);
            }
            vector.add(next);
        }
        return new LogState(
                new Cursor(LogIdentity.of(clusterId, topicId), vector), foldVersion, refolding);
    }

    /// Why a point is none of what is applied of this log; empty if it is one.
    Optional<Refusal> refusal(Cursor point) {
        if (!point.log().equals(cursor.log())) {
            return Optional.of(new Refusal.CursorOfAnotherLog());
        }
        return point.isWithin(cursor) ? Optional.empty() : Optional.of(new Refusal.CursorAhead());
    }

    /// How many partitions the log has.
    public int partitions() {
        return cursor.nextOffsets().size();
    }
}
