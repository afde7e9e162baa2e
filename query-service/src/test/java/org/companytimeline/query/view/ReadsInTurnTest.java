package org.companytimeline.query.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ReadsInTurnTest {

    private static final Duration AT_ONCE = Duration.ofNanos(1);

    private final ReadsInTurn oneAtATime = new ReadsInTurn(new NoRows(), 1, 1, AT_ONCE);
    private final ReadsInTurn noneWaits = new ReadsInTurn(new NoRows(), 1, 0, AT_ONCE);

    @Test
    void one_that_gets_no_turn_in_time_is_told_to_come_later() {
        assertThatExceptionOfType(ReadModelUnavailable.class)
                .isThrownBy(() -> oneAtATime.inSnapshot(reading -> oneAtATime.inSnapshot(_ -> "")))
                .withMessage("No turn to read came in time.");
    }

    @Test
    void one_more_than_may_wait_is_told_to_come_later() {
        assertThatExceptionOfType(ReadModelUnavailable.class)
                .isThrownBy(() -> noneWaits.inSnapshot(reading -> noneWaits.inSnapshot(_ -> "")))
                .withMessage("Too many wait for their turn to read.");
    }

    @Test
    void a_read_that_fails_gives_its_turn_back() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        noneWaits.inSnapshot(reading -> {
                            throw new IllegalStateException("failed");
                        }));

        String next = noneWaits.inSnapshot(reading -> "read");

        assertThat(next).isEqualTo("read");
    }

    @Test
    void one_that_gave_up_waiting_takes_no_turn() {
        oneAtATime.inSnapshot(reading -> {
            assertThatExceptionOfType(ReadModelUnavailable.class)
                    .isThrownBy(() -> oneAtATime.inSnapshot(_ -> ""));
            return "";
        });

        String next = oneAtATime.inSnapshot(reading -> "read");

        assertThat(next).isEqualTo("read");
    }

    /// Gives reads a snapshot that they do not look at.
    private static final class NoRows implements ReadModel {

        private static final Snapshot NOTHING =
                (Snapshot)
                        Proxy.newProxyInstance(
                                Snapshot.class.getClassLoader(),
                                new Class<?>[] {Snapshot.class},
                                (snapshot, method, arguments) -> {
                                    throw new UnsupportedOperationException(method.getName());
                                });

        @Override
        public <T> T inSnapshot(Function<Snapshot, T> read) {
            return read.apply(NOTHING);
        }

        @Override
        public <T> T inLongSnapshot(Function<Snapshot, T> read) {
            return read.apply(NOTHING);
        }
    }
}
