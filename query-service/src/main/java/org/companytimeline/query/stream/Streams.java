package org.companytimeline.query.stream;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.companytimeline.query.QueryConfig;
import org.companytimeline.query.view.LogIdentity;
import org.companytimeline.query.view.LogWalk;
import org.companytimeline.query.view.Progress;
import org.companytimeline.query.view.ReadModel;
import org.jboss.logging.Logger;

/// All streams that are open, and the tail that they share.
@ApplicationScoped
public class Streams {

    private static final Logger LOG = Logger.getLogger(Streams.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(3);
    private static final long WRITE_BYTES_MIN = 1024;

    private final int connectionsMax;
    private final EventStream.Source source;
    private final TailReader reader;
    private final Progress progress;
    private final AtomicInteger taken = new AtomicInteger();
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger followers = new AtomicInteger();
    private volatile boolean stopping;

    Streams(
            ReadModel readModel,
            Progress progress,
            @VirtualThreads ExecutorService threads,
            QueryConfig config) {
        QueryConfig.Stream settings = config.stream();
        LogWalk.Bounds chunk =
                new LogWalk.Bounds(settings.chunkEvents(), settings.chunkBytes().asLongValue());
        Tail tail = new Tail(settings.tailBytes().asLongValue());
        Head head = new Head();
        this.progress = progress;
        connectionsMax = settings.connections();
        source =
                new EventStream.Source(
                        tail,
                        new History(readModel, head, chunk, settings.historyReaders(), threads),
                        new WaitingPieces(settings.historyBytes().asLongValue()),
                        head,
                        writeBytes(settings),
                        settings.heartbeat(),
                        settings.stalledAfter(),
                        settings.retry());
        reader =
                new TailReader(
                        readModel,
                        tail,
                        head,
                        chunk,
                        writeBytes(settings),
                        settings.retry(),
                        () -> followers.get() > 0,
                        new TailReader.Listener() {
                            @Override
                            public void tailMoved() {
                                open.forEach(EventStream::wake);
                            }

                            @Override
                            public void logChanged(LogIdentity now) {
                                open.forEach(stream -> stream.closeUnlessOf(now));
                            }
                        });
    }

    private static int writeBytes(QueryConfig.Stream settings) {
        long bytes = settings.writeBytes().asLongValue();
        if (bytes < WRITE_BYTES_MIN || bytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "company-timeline.stream.write-bytes must be from 1K to 2G, not " + bytes);
        }
        return (int) bytes;
    }

    void start(@Observes StartupEvent event) {
        progress.whenMoved(reader::signal);
        reader.start();
    }

    /// Ends all streams while their connections are still open.
    void end(@Observes ShutdownDelayInitiatedEvent event) throws InterruptedException {
        stopping = true;
        List<EventStream> ending = List.copyOf(open);
        ending.forEach(EventStream::stop);
        try {
            CompletableFuture.allOf(
                            ending.stream()
                                    .map(EventStream::done)
                                    .toArray(CompletableFuture[]::new))
                    .get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.infof("Not all subscribers took the end of their streams within %s", STOP_LIMIT);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A stream failed to end", e);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        reader.stop();
    }

    /// Whether no stream can be opened because the service stops.
    public boolean isStopping() {
        return stopping;
    }

    /// Answers a request with a stream, whose headers have been set.
    ///
    /// @param eventLoop of the request
    /// @return completes once the response has ended or the subscriber has gone; empty if as many
    ///   streams as may be are open, or the service stops
    public Optional<CompletableFuture<Void>> open(
            HttpServerRequest request, Context eventLoop, Subscription subscription) {
        if (stopping) {
            return Optional.empty();
        }
        if (taken.incrementAndGet() > connectionsMax) {
            taken.decrementAndGet();
            return Optional.empty();
        }
        EventStream stream = new EventStream(request, eventLoop, source, subscription);
        open.add(stream);
        if (stream.follows() && followers.getAndIncrement() == 0) {
            reader.signal();
        }
        var _ = stream.done().whenComplete((ok, fault) -> forget(stream));
        stream.start();
        if (stopping) {
            stream.stop();
        }
        return Optional.of(stream.done());
    }

    private void forget(EventStream stream) {
        open.remove(stream);
        taken.decrementAndGet();
        if (stream.follows()) {
            followers.decrementAndGet();
        }
    }
}
