package org.companytimeline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Position;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.EventKey;
import org.companytimeline.query.view.EventSum;
import org.companytimeline.query.view.LogState;
import org.companytimeline.query.view.MovingCursor;
import org.companytimeline.query.view.StreamedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TailSegmentTest {

    private static final int RUN_BYTES = 1_000;

    @ParameterizedTest
    @EnumSource
    void runs_and_large_events_make_up_the_same_stream_as_its_events(StreamFormat format) {
        TailSegment segment = segment(100, 300, 5_000, 200, 200, 200, 900, 900, 5_000, 5_000, 1);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        EventSum sum = new EventSum();
        MovingCursor at = MovingCursor.at(segment.start());

        int runs = 0;
        for (int index = 0; index < segment.size(); ) {
            TailSegment.Run run = segment.run(index);
            if (run == null) {
                int from = segment.from(index, format);
                TailSegment.Entry entry = segment.entry(index++);
                written.write(segment.bytes(format), from, entry.to(format) - from);
                sum.add(entry.digest());
                at.pass(entry.position());
            } else {
                byte[] bytes = run.bytes(format).getBytes();
                assertThat(bytes.length).isLessThanOrEqualTo(RUN_BYTES);
                written.writeBytes(bytes);
                sum.add(run.sum());
                at.pass(run.end());
                index = run.next();
                runs++;
            }
        }

        assertThat(runs).isEqualTo(5);
        assertThat(written.toByteArray()).isEqualTo(segment.bytes(format));
        assertThat(sum.hash()).isEqualTo(sumOf(segment).hash());
        assertThat(sum.count()).isEqualTo(segment.size());
        assertThat(at.isAt(segment.end())).isTrue();
    }

    @Test
    void a_run_ends_where_its_bytes_are_reached_and_holds_no_large_event() {
        TailSegment segment = segment(100, 300, 5_000, 200);

        TailSegment.Run first = Objects.requireNonNull(segment.run(0));

        assertThat(first.next()).isEqualTo(2);
        assertThat(segment.run(1)).isNull();
        assertThat(segment.run(2)).isNull();
        assertThat(segment.run(3)).isNotNull();
    }

    private static EventSum sumOf(TailSegment segment) {
        EventSum sum = new EventSum();
        for (int index = 0; index < segment.size(); index++) {
            sum.add(segment.entry(index).digest());
        }
        return sum;
    }

    /// Events with so long notes, by turns in two partitions.
    private static TailSegment segment(int... lengths) {
        List<StreamedEvent> events = new ArrayList<>();
        MovingCursor end = MovingCursor.at(cursor());
        for (int i = 0; i < lengths.length; i++) {
            Position position = new Position(i % 2, 10 + i / 2);
            end.pass(position);
            events.add(
                    new StreamedEvent(
                            new EventKey(1_000 + i, position),
                            new UUID(0, i),
                            new CompanyId("acme"),
                            "unheard-of",
                            false,
                            "{\"note\":\"%s\"}"
                                    .formatted("x".repeat(lengths[i]))
                                    .getBytes(StandardCharsets.UTF_8)));
        }
        return TailSegment.of(cursor(), events, end.cursor(), RUN_BYTES);
    }

    private static Cursor cursor() {
        return LogState.of("cluster", "topic", 1, false, new TreeMap<>(Map.of(0, 10L, 1, 10L)))
                .cursor();
    }
}
