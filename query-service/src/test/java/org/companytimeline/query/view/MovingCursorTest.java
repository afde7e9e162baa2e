package org.companytimeline.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.companytimeline.event.Position;
import org.junit.jupiter.api.Test;

class MovingCursorTest {

    private static final LogIdentity LOG = new LogIdentity(1);

    private final MovingCursor cursor = MovingCursor.at(cursor(3, 5));

    @Test
    void it_stands_just_after_what_it_passed() {
        cursor.pass(new Position(1, 9));

        assertThat(cursor.cursor()).isEqualTo(cursor(3, 10));
        assertThat(cursor.includes(new Position(1, 9))).isTrue();
        assertThat(cursor.includes(new Position(1, 10))).isFalse();
        assertThat(cursor.includes(new Position(7, 0))).isFalse();
    }

    @Test
    void it_never_goes_back_in_any_partition() {
        cursor.pass(new Position(0, 1));
        cursor.pass(cursor(1, 6, 2));

        assertThat(cursor.cursor()).isEqualTo(cursor(3, 6, 2));
    }

    @Test
    void it_includes_all_that_lies_before_it_in_every_partition() {
        assertThat(cursor.includesAll(cursor(3, 5))).isTrue();
        assertThat(cursor.includesAll(cursor(3))).isTrue();
        assertThat(cursor.includesAll(cursor(2, 6))).isFalse();
        assertThat(cursor.includesAll(cursor(3, 5, 1))).isFalse();
        assertThat(cursor.includesAll(new Cursor(new LogIdentity(2), List.of(0L)))).isFalse();
    }

    @Test
    void it_is_at_a_point_that_includes_all_of_it_too() {
        assertThat(cursor.isAt(cursor(3, 5))).isTrue();
        assertThat(cursor.isAt(cursor(3, 5, 0))).isTrue();
        assertThat(cursor.isAt(cursor(3))).isFalse();
        assertThat(cursor.isAt(cursor(4, 5))).isFalse();
    }

    private static Cursor cursor(long... nextOffsets) {
        return new Cursor(LOG, Arrays.stream(nextOffsets).boxed().toList());
    }
}
