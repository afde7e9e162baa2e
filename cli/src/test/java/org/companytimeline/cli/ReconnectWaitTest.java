package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReconnectWaitTest {

    @Test
    void each_wait_is_up_to_twice_as_long_as_the_last_until_30_seconds() {
        var wait = new ReconnectWait(new Random(1), ReconnectWait.LONGEST);

        var waits = Stream.generate(() -> wait.next("")).limit(9).toList();

        var longest = List.of(500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000);
        for (int i = 0; i < longest.size(); i++) {
            assertThat(waits.get(i))
                    .isBetween(
                            Duration.ofMillis(longest.get(i) / 2),
                            Duration.ofMillis(longest.get(i)));
        }
    }

    @Test
    void it_waits_at_least_as_long_as_the_service_asks() {
        var wait = new ReconnectWait(new Random(1), ReconnectWait.LONGEST);

        assertThat(wait.next("5")).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5500));
        assertThat(wait.next("999999")).isBetween(Duration.ofMinutes(5), Duration.ofSeconds(302));
        assertThat(wait.next("Wed, 21 Oct 2026 07:28:00 GMT")).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void after_a_connection_that_worked_it_begins_anew() {
        var wait = new ReconnectWait(new Random(1), ReconnectWait.LONGEST);
        Stream.generate(() -> wait.next("")).limit(9).forEach(each -> {});

        wait.reset();

        assertThat(wait.next("")).isLessThanOrEqualTo(Duration.ofMillis(500));
    }
}
