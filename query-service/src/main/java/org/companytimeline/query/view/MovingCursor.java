package org.companytimeline.query.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.companytimeline.event.Position;

/// A point in the log that moves on, event by event or to another point; it never goes back in any
/// partition.
///
/// Not safe for several threads at a time.
public final class MovingCursor {

    private final LogIdentity log;
    private long[] nextOffsets;

    private MovingCursor(LogIdentity log, long[] nextOffsets) {
        this.log = log;
        this.nextOffsets = nextOffsets;
    }

    /// One that stands here.
    public static MovingCursor at(Cursor point) {
        return new MovingCursor(
                point.log(), point.nextOffsets().stream().mapToLong(Long::longValue).toArray());
    }

    /// Whether the event at this position is recorded before this point.
    public boolean includes(Position position) {
        return position.offset() < nextOffset(position.partition());
    }

    /// Moves on to just after the event at this position.
    public void pass(Position position) {
        raise(position.partition(), position.offset() + 1);
    }

    /// Moves on to this point in every partition where that lies further on.
    public void pass(Cursor point) {
        for (int partition = 0; partition < point.nextOffsets().size(); partition++) {
            raise(partition, point.nextOffsets().get(partition));
        }
    }

    private void raise(int partition, long nextOffset) {
        if (partition >= nextOffsets.length) {
            nextOffsets = Arrays.copyOf(nextOffsets, partition + 1);
        }
        nextOffsets[partition] = Math.max(nextOffsets[partition], nextOffset);
    }

    /// Whether this point includes all that the other one does.
    public boolean includesAll(Cursor other) {
        for (int partition = 0; partition < other.nextOffsets().size(); partition++) {
            if (other.nextOffsets().get(partition) > nextOffset(partition)) {
                return false;
            }
        }
        return other.log().equals(log);
    }

    /// Whether this is that point.
    public boolean isAt(Cursor point) {
        for (int partition = 0; partition < nextOffsets.length; partition++) {
            if (nextOffsets[partition] > point.nextOffset(partition)) {
                return false;
            }
        }
        return includesAll(point);
    }

    private long nextOffset(int partition) {
        return partition < nextOffsets.length ? nextOffsets[partition] : 0;
    }

    /// Where this stands now.
    public Cursor cursor() {
        List<Long> vector = new ArrayList<>(nextOffsets.length);
        for (long next : nextOffsets) {
            vector.add(next);
        }
        return new Cursor(log, vector);
    }
}
