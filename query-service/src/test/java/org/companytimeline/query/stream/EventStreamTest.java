package org.companytimeline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.companytimeline.query.view.EventFilter;
import org.companytimeline.query.view.LogState;
import org.companytimeline.query.view.LogWalk;
import org.companytimeline.query.view.ReadModel;
import org.companytimeline.query.view.Snapshot;
import org.companytimeline.query.view.StreamChunk;
import org.companytimeline.query.view.StreamFilter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final Queue<Runnable> reads = new ArrayDeque<>();
    private final WaitingPieces waiting = new WaitingPieces(0);
    private @Nullable Handler<Void> drained;
    private boolean full;
    private boolean ended;

    @Test
    void a_full_socket_does_not_make_a_stream_forget_that_it_has_come_to_its_end() {
        EventStream stream = streamOfNothing();
        stream.start();
        full = true;
        reads.remove().run();
        // What waits may be dropped at any time.
        var _ = waiting.take(stream);

        full = false;
        Objects.requireNonNull(drained).handle(null);

        assertThat(reads).isEmpty();
        assertThat(ended).isTrue();
    }

    /// A stream up to the head, of a log in which no event lies before that.
    private EventStream streamOfNothing() {
        Head head = new Head();
        LogWalk.Bounds bounds = new LogWalk.Bounds(1, 1);
        EventStream.Source source =
                new EventStream.Source(
                        new Tail(0),
                        new History(readModel(), head, bounds, 1, reads::add),
                        waiting,
                        head,
                        1024,
                        LONG,
                        LONG,
                        LONG);
        Subscription subscription =
                new Subscription(
                        StreamFormat.NDJSON,
                        new StreamFilter(EventFilter.ALL, Set.of(), Set.of(), Optional.empty()),
                        log(0).cursor(),
                        log(1).cursor(),
                        false,
                        Optional.empty());
        return new EventStream(request(), eventLoop(), source, subscription);
    }

    private HttpServerRequest request() {
        HttpServerResponse response =
                answering(
                        HttpServerResponse.class,
                        call ->
                                switch (call.name()) {
                                    case "drainHandler" -> {
                                        drained = call.handler();
                                        yield null;
                                    }
                                    case "writeQueueFull" -> full;
                                    case "ended" -> ended;
                                    case "closed" -> false;
                                    case "write" -> Future.succeededFuture();
                                    case "end" -> {
                                        ended = true;
                                        yield Future.succeededFuture();
                                    }
                                    default -> null;
                                });
        return answering(HttpServerRequest.class, _ -> response);
    }

    /// An event loop that runs everything at once.
    private static Context eventLoop() {
        Vertx vertx = answering(Vertx.class, call -> call.name().equals("cancelTimer") ? true : 1L);
        return answering(
                Context.class,
                call -> {
                    if (call.name().equals("owner")) {
                        return vertx;
                    }
                    call.handler().handle(null);
                    return null;
                });
    }

    private static ReadModel readModel() {
        Snapshot snapshot =
                answering(
                        Snapshot.class,
                        call ->
                                call.name().equals("log")
                                        ? log(1)
                                        : new StreamChunk(List.of(), true));
        return new ReadModel() {
            @Override
            public <T> T inSnapshot(Function<Snapshot, T> read) {
                return read.apply(snapshot);
            }

            @Override
            public <T> T inLongSnapshot(Function<Snapshot, T> read) {
                throw new UnsupportedOperationException("streams read short snapshots");
            }
        };
    }

    private static LogState log(long nextOffset) {
        return LogState.of("cluster", "topic", 1, false, new TreeMap<>(Map.of(0, nextOffset)));
    }

    /// A call of a method, with its first argument.
    private record Call(String name, @Nullable Object argument) {

        @SuppressWarnings("unchecked")
        Handler<Void> handler() {
            return (Handler<Void>) Objects.requireNonNull(argument);
        }
    }

    private static <T> T answering(Class<T> type, Function<Call, @Nullable Object> answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) ->
                                answer.apply(
                                        new Call(
                                                method.getName(),
                                                arguments == null ? null : arguments[0]))));
    }
}
