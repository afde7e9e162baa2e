package org.companytimeline.query.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.companytimeline.event.Position;
import org.companytimeline.query.view.Progress.Outcome;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Waiting waiting = new Waiting(1);

    @Test
    void what_is_applied_is_not_waited_for() throws Exception {
        waiting.set(Map.of(0, 5L, 1, 0L));

        assertThat(waiting.await(List.of(new Position(0, 4)), Duration.ZERO))
                .isEqualTo(Outcome.REACHED);
        assertThat(waiting.await(List.of(new Position(0, 5)), Duration.ZERO))
                .isEqualTo(Outcome.NOT_IN_TIME);
        assertThat(waiting.await(List.of(new Position(2, 0)), Duration.ZERO))
                .isEqualTo(Outcome.NO_SUCH_PARTITION);
    }

    @Test
    void one_that_waits_is_woken_when_the_last_of_its_positions_is_reached() throws Exception {
        waiting.set(Map.of(0, 0L, 1, 0L));
        CompletableFuture<Outcome> outcome = waitFor(new Position(0, 0), new Position(1, 3));

        waiting.advance(Map.of(0, 1L));
        waiting.advance(Map.of(1, 3L));
        assertThat(outcome).isNotDone();
        waiting.advance(Map.of(1, 4L));

        assertThat(outcome.get(30, TimeUnit.SECONDS)).isEqualTo(Outcome.REACHED);
        assertThat(waiting.waiting()).isZero();
    }

    @Test
    void one_more_than_may_wait_is_turned_away_and_room_is_given_back() throws Exception {
        waiting.set(Map.of(0, 0L));
        CompletableFuture<Outcome> first = waitFor(new Position(0, 0));

        assertThat(waiting.await(List.of(new Position(0, 0)), LONG))
                .isEqualTo(Outcome.TOO_MANY_WAITING);
        waiting.advance(Map.of(0, 1L));

        assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo(Outcome.REACHED);
        assertThat(waiting.await(List.of(new Position(0, 1)), Duration.ofMillis(1)))
                .isEqualTo(Outcome.NOT_IN_TIME);
    }

    @Test
    void late_news_take_nothing_back_but_the_table_does() throws Exception {
        waiting.set(Map.of(0, 5L));

        waiting.advance(Map.of(0, 3L));
        assertThat(waiting.await(List.of(new Position(0, 4)), Duration.ZERO))
                .isEqualTo(Outcome.REACHED);
        waiting.set(Map.of(0, 3L));

        assertThat(waiting.await(List.of(new Position(0, 4)), Duration.ZERO))
                .isEqualTo(Outcome.NOT_IN_TIME);
    }

    @Test
    void which_partitions_there_are_is_learnt_from_the_table_alone() throws Exception {
        waiting.set(Map.of());
        waiting.advance(Map.of(0, 5L));
        assertThat(waiting.await(List.of(new Position(1, 0)), Duration.ZERO))
                .isEqualTo(Outcome.NOT_IN_TIME);

        waiting.set(Map.of(0, 5L));

        assertThat(waiting.await(List.of(new Position(1, 0)), Duration.ZERO))
                .isEqualTo(Outcome.NO_SUCH_PARTITION);
    }

    private CompletableFuture<Outcome> waitFor(Position... positions) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        var thread = Executors.newVirtualThreadPerTaskExecutor();
        thread.execute(() -> {
            try {
                outcome.complete(waiting.await(List.of(positions), LONG));
            } catch (InterruptedException e) {
                outcome.completeExceptionally(e);
            }
        });
        Awaitility.await().until(() -> waiting.waiting() == 1);
        thread.shutdown();
        return outcome;
    }
}
