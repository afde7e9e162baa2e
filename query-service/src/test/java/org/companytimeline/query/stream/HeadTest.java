package org.companytimeline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.LogState;
import org.junit.jupiter.api.Test;

class HeadTest {

    private static final Cursor ASKED = cursor(7);

    private final Head head = new Head();

    @Test
    void what_was_seen_before_a_stream_was_opened_is_not_told_to_it() {
        head.set(cursor(5));

        long opened = System.nanoTime() + 1;

        assertThat(head.since(opened, ASKED)).isEqualTo(ASKED);
    }

    @Test
    void the_last_that_was_seen_since_is_told() {
        long opened = System.nanoTime();

        head.set(cursor(8));
        head.set(cursor(9));

        assertThat(head.since(opened, ASKED)).isEqualTo(cursor(9));
    }

    @Test
    void where_nothing_was_seen_it_is_what_was_asked_for() {
        assertThat(head.since(0, ASKED)).isEqualTo(ASKED);
    }

    private static Cursor cursor(long nextOffset) {
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        offsets.put(0, nextOffset);
        return LogState.of("cluster", "topic", 1, false, offsets).cursor();
    }
}
