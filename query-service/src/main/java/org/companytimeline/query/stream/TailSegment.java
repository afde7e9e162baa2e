package org.companytimeline.query.stream;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.companytimeline.event.Position;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.EventSum;
import org.companytimeline.query.view.EventTraits;
import org.companytimeline.query.view.MovingCursor;
import org.companytimeline.query.view.StreamedEvent;

/// Events that follow each other in the tail, made ready for every kind of stream.
///
/// The cursor in the bytes of an event is that of a stream which stood at `start` and passed all
/// events of the segment up to it. At the end a stream stands at `end`, which may lie further on
/// than the last event: positions without an event are passed too.
final class TailSegment {

    /// What an event takes beside its bytes, about.
    private static final int EVENT_OVERHEAD_BYTES = 400;

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

    private final Cursor start;
    private final Cursor end;
    private final List<Entry> entries;
    private final byte[] sse;
    private final byte[] ndjson;

    private TailSegment(Cursor start, Cursor end, List<Entry> entries, byte[] sse, byte[] ndjson) {
        this.start = start;
        this.end = end;
        this.entries = entries;
        this.sse = sse;
        this.ndjson = ndjson;
    }

    static TailSegment of(Cursor start, List<StreamedEvent> events, Cursor end) {
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
                start, end, List.copyOf(entries), sse.toByteArray(), ndjson.toByteArray());
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
        return (long) sse.length + ndjson.length + (1L + entries.size()) * EVENT_OVERHEAD_BYTES;
    }
}
