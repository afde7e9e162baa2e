package org.companytimeline.query.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.companytimeline.event.Position;

/// A point in the log: the next offset of every partition.
///
/// As text it is opaque and the same for every reader at that point; see [CursorText].
///
/// @param log the log whose offsets these are
/// @param nextOffsets by partition; a partition beyond the end of the list stands at 0
public record Cursor(LogIdentity log, List<Long> nextOffsets) {

    public Cursor {
        nextOffsets = List.copyOf(nextOffsets);
    }

    /// The first point at which everything up to and including these offsets is recorded, and
    /// nothing else.
    static Cursor justAfter(LogIdentity log, Map<Integer, Long> lastOffsets) {
        int size = lastOffsets.isEmpty() ? 0 : Collections.max(lastOffsets.keySet()) + 1;
        List<Long> next = new ArrayList<>(Collections.nCopies(size, 0L));
        lastOffsets.forEach((partition, offset) -> next.set(partition, offset + 1));
        return new Cursor(log, next);
    }

    /// Whether the event at this position is recorded before this point.
    public boolean includes(Position position) {
        return position.offset() < nextOffset(position.partition());
    }

    /// Whether all of these changes, the last offset of each partition, are recorded before this
    /// point.
    boolean includesAll(Map<Integer, Long> lastOffsets) {
        return lastOffsets.entrySet().stream()
                .allMatch(last -> includes(new Position(last.getKey(), last.getValue())));
    }

    /// Whether this point lies at or before the other one in every partition.
    boolean isWithin(Cursor other) {
        for (int partition = 0; partition < nextOffsets.size(); partition++) {
            if (nextOffsets.get(partition) > other.nextOffset(partition)) {
                return false;
            }
        }
        return true;
    }

    /// The first point that lies neither before this one nor before the other.
    Cursor orLater(Cursor other) {
        List<Long> next = new ArrayList<>();
        int size = Math.max(nextOffsets.size(), other.nextOffsets.size());
        for (int partition = 0; partition < size; partition++) {
            next.add(Math.max(nextOffset(partition), other.nextOffset(partition)));
        }
        return new Cursor(log, next);
    }

    /// This point, with a next offset for at least so many partitions.
    Cursor over(int partitions) {
        List<Long> next = new ArrayList<>(nextOffsets);
        while (next.size() < partitions) {
            next.add(0L);
        }
        return new Cursor(log, next);
    }

    /// This point, but in no partition further than the other one.
    Cursor upTo(Cursor other) {
        List<Long> next = new ArrayList<>(nextOffsets);
        for (int partition = 0; partition < next.size(); partition++) {
            next.set(partition, Math.min(next.get(partition), other.nextOffset(partition)));
        }
        return new Cursor(log, next);
    }

    long nextOffset(int partition) {
        return partition < nextOffsets.size() ? nextOffsets.get(partition) : 0;
    }

    @Override
    public String toString() {
        return CursorText.write(this);
    }
}
