package org.companytimeline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Position;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.EventKey;
import org.companytimeline.query.view.LogState;
import org.companytimeline.query.view.MovingCursor;
import org.companytimeline.query.view.StreamedEvent;
import org.junit.jupiter.api.Test;

class TailTest {

    private static final Cursor BEGIN = cursor(10, 10);

    private final Tail tail = new Tail(20_000);

    @Test
    void a_point_between_two_segments_is_placed_at_the_later_one() {
        tail.begin(BEGIN);
        long first = tail.place(MovingCursor.at(BEGIN)).orElseThrow();
        append(0, 10, cursor(11, 10));
        append(1, 10, cursor(11, 11));

        OptionalLong place = tail.place(MovingCursor.at(cursor(11, 10)));

        assertThat(place).hasValue(first + 1);
    }

    @Test
    void a_point_off_the_path_is_placed_where_nothing_is_missed() {
        tail.begin(BEGIN);
        long first = tail.place(MovingCursor.at(BEGIN)).orElseThrow();
        append(0, 10, cursor(11, 10));
        append(1, 10, cursor(11, 11));

        assertThat(tail.place(MovingCursor.at(cursor(10, 11)))).hasValue(first);
        assertThat(tail.place(MovingCursor.at(cursor(50, 10)))).hasValue(first + 1);
    }

    @Test
    void a_point_before_the_tail_has_no_place() {
        tail.begin(BEGIN);
        append(0, 10, cursor(11, 10));

        assertThat(tail.place(MovingCursor.at(cursor(9, 10)))).isEmpty();
        assertThat(tail.place(MovingCursor.at(cursor(20, 9)))).isEmpty();
    }

    @Test
    void a_point_ahead_of_the_tail_waits_at_its_end() {
        tail.begin(BEGIN);
        append(0, 10, cursor(11, 10));
        long end = tail.place(MovingCursor.at(cursor(11, 10))).orElseThrow();

        assertThat(tail.place(MovingCursor.at(cursor(50, 50)))).hasValue(end);
        assertThat(tail.segment(end)).isNull();
        assertThat(tail.hasLost(end)).isFalse();
    }

    @Test
    void the_oldest_segments_go_when_the_bytes_are_used_up_but_never_the_newest() {
        tail.begin(BEGIN);
        long first = tail.place(MovingCursor.at(BEGIN)).orElseThrow();
        for (int i = 0; i < 100; i++) {
            append(0, 10 + i, cursor(11 + i, 10));
            assertThat(tail.bytes()).isLessThanOrEqualTo(20_000);
        }
        append(0, 110, cursor(111, 10), "{\"x\":\"" + "x".repeat(50_000) + "\"}");

        assertThat(tail.hasLost(first)).isTrue();
        assertThat(tail.segment(first)).isNull();
        assertThat(tail.place(MovingCursor.at(cursor(109, 10)))).isEmpty();
        assertThat(tail.segment(tail.place(MovingCursor.at(cursor(110, 10))).orElseThrow()))
                .isNotNull();
    }

    @Test
    void whoever_stood_in_a_tail_that_begins_anew_stands_nowhere() {
        tail.begin(BEGIN);
        long place = tail.place(MovingCursor.at(BEGIN)).orElseThrow();

        tail.begin(cursor(20, 20));

        assertThat(tail.hasLost(place)).isTrue();
        assertThat(tail.place(MovingCursor.at(BEGIN))).isEmpty();
    }

    @Test
    void a_tail_that_follows_nothing_has_no_place() {
        tail.begin(BEGIN);
        tail.clear();

        assertThat(tail.place(MovingCursor.at(cursor(50, 50)))).isEmpty();
    }

    private void append(int partition, long offset, Cursor end) {
        append(partition, offset, end, "{}");
    }

    private void append(int partition, long offset, Cursor end, String body) {
        StreamedEvent event =
                new StreamedEvent(
                        new EventKey(0, new Position(partition, offset)),
                        new UUID(partition, offset),
                        new CompanyId("c"),
                        "other",
                        false,
                        body.getBytes(StandardCharsets.UTF_8));
        Cursor start = Objects.requireNonNull(tail.end());
        tail.append(TailSegment.of(start, List.of(event), end, 1_000));
    }

    private static Cursor cursor(long... nextOffsets) {
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        for (int partition = 0; partition < nextOffsets.length; partition++) {
            offsets.put(partition, nextOffsets[partition]);
        }
        return LogState.of("cluster", "topic", 1, false, offsets).cursor();
    }
}
