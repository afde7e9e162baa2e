package org.companytimeline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.companytimeline.event.Position;
import org.companytimeline.query.view.EventSum;
import org.junit.jupiter.api.Test;

class EventSumTest {

    @Test
    void it_is_what_plain_arithmetic_gives() {
        Random random = new Random(42);
        EventSum sum = new EventSum();
        ExpectedSum expected = new ExpectedSum();

        for (int i = 0; i < 2_000; i++) {
            Position position = new Position(random.nextInt(12), random.nextInt(1_000_000));
            UUID id = new UUID(random.nextLong(), random.nextLong());
            sum.add(EventSum.Digest.of(position, id));
            expected.add(position.toString(), id.toString());

            assertThat(sum.hash()).isEqualTo(expected.hash());
        }
        assertThat(sum.count()).isEqualTo(2_000);
    }

    @Test
    void a_carry_runs_through_all_its_parts_and_out() {
        EventSum sum = new EventSum();

        sum.add(new EventSum.Digest(-1, -1, -1, -1));
        sum.add(new EventSum.Digest(0, 0, 0, 1));

        assertThat(sum.hash()).isEqualTo("0".repeat(64));
    }

    @Test
    void of_two_connections_it_adds_up() {
        Position position = new Position(3, 1045);
        UUID id = UUID.fromString("3f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c77");
        EventSum one = new EventSum();
        one.add(EventSum.Digest.of(position, id));
        one.add(EventSum.Digest.of(position, id));
        EventSum both = new EventSum();

        both.add(one);
        both.add(one);

        ExpectedSum expected = new ExpectedSum();
        for (int i = 0; i < 4; i++) {
            expected.add(position.toString(), id.toString());
        }
        assertThat(both.hash()).isEqualTo(expected.hash());
        assertThat(both.count()).isEqualTo(4);
    }
}
