package org.companytimeline.query.stream;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.companytimeline.event.Position;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.EventSum;
import org.companytimeline.query.view.EventTraits;
import org.companytimeline.query.view.MovingCursor;
import org.companytimeline.query.view.StreamedEvent;
import org.jspecify.annotations.Nullable;

/// Events that follow each other in the tail, made ready for every kind of stream.
///
/// The cursor in the bytes of an event is that of a stream which stood at `start` and passed all
/// events of the segment up to it. At the end a stream stands at `end`, which may lie further on
/// than the last event: positions without an event are passed too.
final class TailSegment {

    /// What an event takes beside its bytes, about.
    private static final int EVENT_OVERHEAD_BYTES = 400;

    /// What a run takes, whose bytes are those of the segment, about.
    private static final int RUN_OVERHEAD_BYTES = 800;

    /// One event: where its bytes end in those of the segment, and what filters ask of it.
    ///
    /// @param bodyFrom where its body begins in the bytes of server-sent events
    record Entry(
            Position position,
            EventSum.Digest digest,
            EventTraits traits,
            int bodyFrom,
            int bodyTo,
            int sseTo,
            int ndjsonTo) {

        int to(StreamFormat format) {
            return switch (format) {
                case SSE -> sseTo;
                case NDJSON -> ndjsonTo;
            };
        }
    }

    /// Events that follow each other, as they are written to every stream that stands on the path
    /// before them and wants all.
    ///
    /// @param next the index of the event after them
    /// @param end where a stream stands after them
    /// @param sum of them
    /// @param sse their bytes, never to be changed
    /// @param ndjson their bytes, never to be changed
    record Run(int next, Cursor end, EventSum sum, Buffer sse, Buffer ndjson) {

        Buffer bytes(StreamFormat format) {
            return switch (format) {
                case SSE -> sse;
                case NDJSON -> ndjson;
            };
        }
    }

    private final Cursor start;
    private final Cursor end;
    private final List<Entry> entries;
    private final byte[] sse;
    private final byte[] ndjson;
    private final Map<Integer, Run> runs;

    private TailSegment(
            Cursor start,
            Cursor end,
            List<Entry> entries,
            byte[] sse,
            byte[] ndjson,
            int runBytes) {
        this.start = start;
        this.end = end;
        this.entries = entries;
        this.sse = sse;
        this.ndjson = ndjson;
        runs = runs(runBytes);
    }

    /// @param runBytes how many bytes of either kind of stream a run has at most; an event that is
    ///   larger is in none
    static TailSegment of(Cursor start, List<StreamedEvent> events, Cursor end, int runBytes) {
        MovingCursor at = MovingCursor.at(start);
        ByteArrayOutputStream sse = new ByteArrayOutputStream();
        ByteArrayOutputStream ndjson = new ByteArrayOutputStream();
        List<Entry> entries = new ArrayList<>(events.size());
        for (StreamedEvent event : events) {
            Position position = event.key().position();
            at.pass(position);
            String cursor = at.cursor().toString();
            int bodyFrom = StreamFormat.SSE.event(sse, cursor, event.body());
            StreamFormat.NDJSON.event(ndjson, cursor, event.body());
            entries.add(
                    new Entry(
                            position,
                            EventSum.Digest.of(position, event.id()),
                            EventTraits.of(event),
                            bodyFrom,
                            bodyFrom + event.body().length,
                            sse.size(),
                            ndjson.size()));
        }
        return new TailSegment(
                start,
                end,
                List.copyOf(entries),
                sse.toByteArray(),
                ndjson.toByteArray(),
                runBytes);
    }

    @SuppressWarnings("deprecation") // Without it the bytes would be copied, and held twice.
    private Map<Integer, Run> runs(int runBytes) {
        Buffer allSse = Buffer.buffer(Unpooled.wrappedBuffer(sse));
        Buffer allNdjson = Buffer.buffer(Unpooled.wrappedBuffer(ndjson));
        MovingCursor at = MovingCursor.at(start);
        Map<Integer, Run> found = new HashMap<>();
        int next = 0;
        while (next < entries.size()) {
            int first = next;
            EventSum sum = new EventSum();
            while (next < entries.size() && fits(first, next, runBytes)) {
                at.pass(entries.get(next).position());
                sum.add(entries.get(next).digest());
                next++;
            }
            if (next == first) {
                at.pass(entries.get(next).position());
                next++;
            } else {
                found.put(
                        first,
                        new Run(
                                next,
                                at.cursor(),
                                sum,
                                allSse.slice(
                                        from(first, StreamFormat.SSE),
                                        entries.get(next - 1).sseTo()),
                                allNdjson.slice(
                                        from(first, StreamFormat.NDJSON),
                                        entries.get(next - 1).ndjsonTo())));
            }
        }
        return Map.copyOf(found);
    }

    /// Whether the event at `index` belongs to the run that begins at `first`.
    private boolean fits(int first, int index, int runBytes) {
        for (StreamFormat format : StreamFormat.values()) {
            if (entries.get(index).to(format) - from(first, format) > runBytes) {
                return false;
            }
        }
        return true;
    }

    Cursor start() {
        return start;
    }

    Cursor end() {
        return end;
    }

    int size() {
        return entries.size();
    }

    Entry entry(int index) {
        return entries.get(index);
    }

    /// The run that begins with this event, if one does.
    @Nullable Run run(int index) {
        return runs.get(index);
    }

    byte[] bytes(StreamFormat format) {
        return switch (format) {
            case SSE -> sse;
            case NDJSON -> ndjson;
        };
    }

    /// Where the bytes of an event begin.
    int from(int index, StreamFormat format) {
        return index == 0 ? 0 : entries.get(index - 1).to(format);
    }

    byte[] body(int index) {
        Entry entry = entries.get(index);
        return Arrays.copyOfRange(sse, entry.bodyFrom, entry.bodyTo);
    }

    /// How much memory it takes, about.
    long weight() {
        return (long) sse.length
                + ndjson.length
                + (1L + entries.size()) * EVENT_OVERHEAD_BYTES
                + (long) runs.size() * RUN_OVERHEAD_BYTES;
    }
}
