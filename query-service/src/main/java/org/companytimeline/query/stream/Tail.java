package org.companytimeline.query.stream;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.MovingCursor;
import org.jspecify.annotations.Nullable;

/// The newest events in memory, as segments with running numbers; the oldest go when they take more
/// than their bytes, but never the newest segment.
///
/// One thread adds, any thread reads. A stream holds the number of the segment where it stands,
/// never the segment, so that it keeps nothing in memory.
final class Tail {

    private final long bytesMax;
    private final Map<Long, TailSegment> segments = new ConcurrentHashMap<>();
    private long first;
    private long next;
    private long bytes;
    private @Nullable Cursor end;

    Tail(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /// Where the next segment begins; empty while the tail follows nothing.
    synchronized @Nullable Cursor end() {
        return end;
    }

    /// Begins anew at this point. Whoever stood in the tail stands nowhere.
    synchronized void begin(Cursor at) {
        clear();
        end = at;
    }

    /// Follows nothing any more.
    synchronized void clear() {
        segments.clear();
        bytes = 0;
        next++;
        first = next;
        end = null;
    }

    synchronized void append(TailSegment segment) {
        segments.put(next++, segment);
        bytes += segment.weight();
        end = segment.end();
        while (bytes > bytesMax && first < next - 1) {
            TailSegment oldest = segments.remove(first++);
            bytes -= oldest == null ? 0 : oldest.weight();
        }
    }

    /// The number of the last segment that begins at or before this point, or of the one that will
    /// be appended next; empty if the tail begins later.
    synchronized OptionalLong place(MovingCursor at) {
        if (end == null) {
            return OptionalLong.empty();
        }
        if (at.includesAll(end)) {
            return OptionalLong.of(next);
        }
        long low = first - 1;
        long high = next;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            TailSegment segment = segments.get(middle);
            if (segment != null && at.includesAll(segment.start())) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low < first ? OptionalLong.empty() : OptionalLong.of(low);
    }

    /// The segment with this number; null if it has not been appended yet, or is gone.
    @Nullable TailSegment segment(long number) {
        return segments.get(number);
    }

    /// Whether the segment with this number is gone.
    synchronized boolean hasLost(long number) {
        return number < first;
    }

    synchronized long bytes() {
        return bytes;
    }
}
