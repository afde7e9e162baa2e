package org.companytimeline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.EventFilter;
import org.companytimeline.query.view.LogState;
import org.companytimeline.query.view.LogWalk;
import org.companytimeline.query.view.ReadModel;
import org.companytimeline.query.view.ReadModelUnavailable;
import org.companytimeline.query.view.Snapshot;
import org.companytimeline.query.view.StreamFilter;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final int GONE = 50;
    private static final Cursor CURSOR =
            LogState.of("cluster", "topic", 1, false, new TreeMap<>(Map.of(0, 0L))).cursor();

    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void nothing_is_read_for_streams_that_are_gone_when_their_turn_comes() {
        AtomicBoolean gone = new AtomicBoolean();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> taken = new CompletableFuture<>();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            History history =
                    new History(counting(), new Head(), new LogWalk.Bounds(1, 1), 1, threads);
            read(
                    history,
                    () -> false,
                    _ -> {
                        begun.complete(null);
                        taken.join();
                    });
            begun.join();
            for (int i = 0; i < GONE; i++) {
                read(history, gone::get, _ -> {});
            }
            read(history, () -> false, _ -> {});
            gone.set(true);
            taken.complete(null);
        }

        assertThat(reads).hasValue(2);
    }

    private static void read(
            History history, BooleanSupplier isOver, Consumer<History.Outcome> handOver) {
        history.read(
                LogWalk.from(CURSOR),
                new StreamFilter(EventFilter.ALL, Set.of(), Set.of(), Optional.empty()),
                StreamFormat.NDJSON,
                isOver,
                handOver);
    }

    /// A read model that is away, and counts who asks.
    private ReadModel counting() {
        return new ReadModel() {
            @Override
            public <T> T inSnapshot(Function<Snapshot, T> read) {
                reads.incrementAndGet();
                throw new ReadModelUnavailable("It is away.");
            }

            @Override
            public <T> T inLongSnapshot(Function<Snapshot, T> read) {
                throw new UnsupportedOperationException("streams read short snapshots");
            }
        };
    }
}
