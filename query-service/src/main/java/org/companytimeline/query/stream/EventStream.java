package org.companytimeline.query.stream;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.EventSum;
import org.companytimeline.query.view.LogWalk;
import org.companytimeline.query.view.MovingCursor;
import org.companytimeline.query.view.StreamFilter;
import org.jboss.logging.Logger;

/// One stream: the events that its subscriber wants, from a point in the log on.
///
/// It holds a cursor and the number of a segment of the tail, never a queue: it writes while the
/// socket takes more, and goes on when the socket drains. Where the tail does not hold what comes
/// next, it reads history, one chunk at a time, until its cursor lies within the tail. All state
/// belongs to the event loop of the request; other threads only wake it up.
final class EventStream {

    private static final Logger LOG = Logger.getLogger(EventStream.class);

    /// How many bytes are written at a time, about.
    private static final int WRITE_BYTES = 64 * 1024;

    /// How many writes are made before others get their turn on the event loop.
    private static final int WRITES_IN_A_ROW = 16;

    private static final long NOWHERE = -1;

    /// What streams share.
    ///
    /// @param heartbeat the longest time between two
    /// @param stalledAfter how long a subscriber may take nothing
    /// @param retry how long after a failed read the next one is tried
    record Source(
            Tail tail,
            History history,
            Head head,
            Duration heartbeat,
            Duration stalledAfter,
            Duration retry) {}

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context eventLoop;
    private final Source source;
    private final StreamFormat format;
    private final StreamFilter filter;
    private final Subscription subscription;

    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final EventSum sent = new EventSum();
    private final MovingCursor at;
    private final List<Long> timers = new ArrayList<>();

    private final long openedNanos = System.nanoTime();

    private LogWalk walk;
    private boolean started;
    private boolean reading;
    private boolean resting;
    private long segmentNumber = NOWHERE;
    private int index;
    private boolean onPath;
    private long fullSinceNanos;
    private boolean full;
    private long lastHeartbeatNanos;
    private long endedNanos;

    EventStream(
            HttpServerRequest request,
            Context eventLoop,
            Source source,
            Subscription subscription) {
        this.request = request;
        this.response = request.response();
        this.eventLoop = eventLoop;
        this.source = source;
        this.subscription = subscription;
        format = subscription.format();
        filter = subscription.filter();
        at = MovingCursor.at(subscription.from());
        walk =
                subscription.follows()
                        ? LogWalk.from(subscription.from())
                        : LogWalk.between(subscription.from(), subscription.head());
    }

    /// Completes once the response has ended or the subscriber has gone.
    CompletableFuture<Void> done() {
        return done;
    }

    boolean follows() {
        return subscription.follows();
    }

    /// Begins to answer, with a heartbeat.
    void start() {
        eventLoop.runOnContext(now -> {
            response.setStatusCode(200);
            response.setChunked(true);
            response.closeHandler(closed -> over());
            response.exceptionHandler(fault -> over());
            response.drainHandler(drained -> {
                full = false;
                if (heartbeatIsDue()) {
                    heartbeat();
                }
                run();
            });
            if (response.closed()) {
                over();
                return;
            }
            started = true;
            heartbeat();
            every(source.heartbeat(), this::tick);
            every(
                    source.retry(),
                    () -> {
                        resting = false;
                        run();
                    });
            subscription.openFor().ifPresent(limit -> every(limit, this::end));
            run();
        });
    }

    private void every(Duration interval, Runnable action) {
        timers.add(
                eventLoop
                        .owner()
                        .setPeriodic(
                                Math.max(1, interval.toMillis()),
                                timer -> eventLoop.runOnContext(now -> action.run())));
    }

    /// Goes on, told by another thread that there may be more.
    void wake() {
        if (woken.compareAndSet(false, true)) {
            eventLoop.runOnContext(now -> {
                woken.set(false);
                resting = false;
                run();
            });
        }
    }

    /// Ends because the service stops, told by another thread.
    void stop() {
        eventLoop.runOnContext(now -> {
            if (!isOver()) {
                Duration retryAfter =
                        Duration.ofMillis(ThreadLocalRandom.current().nextLong(1_000, 5_000));
                write(format.farewell(at.cursor(), state(), retryAfter));
                finish();
            }
        });
    }

    /// Ends with a last heartbeat, told by another thread.
    void close() {
        eventLoop.runOnContext(now -> end());
    }

    private void end() {
        if (!isOver()) {
            heartbeat();
            finish();
        }
    }

    /// Whether nothing is written any more; the subscriber may still have to take what was.
    private boolean isOver() {
        return done.isDone() || response.ended();
    }

    private void finish() {
        endedNanos = System.nanoTime();
        var _ = response.end().onComplete(ended -> over());
    }

    private void over() {
        timers.forEach(timer -> eventLoop.owner().cancelTimer(timer));
        timers.clear();
        done.complete(null);
    }

    private void tick() {
        if (done.isDone()) {
            return;
        }
        boolean waits = response.ended() || isFull();
        if (!waits) {
            heartbeat();
        } else if (System.nanoTime() - waitsSinceNanos() > source.stalledAfter().toNanos()) {
            var _ = request.connection().close();
            over();
        }
    }

    /// Since when the subscriber has to take what was written.
    private long waitsSinceNanos() {
        return response.ended() ? endedNanos : fullSinceNanos;
    }

    private boolean isFull() {
        boolean now = response.writeQueueFull();
        if (now && !full) {
            fullSinceNanos = System.nanoTime();
        }
        full = now;
        return now;
    }

    private boolean heartbeatIsDue() {
        return System.nanoTime() - lastHeartbeatNanos > source.heartbeat().toNanos();
    }

    private void heartbeat() {
        write(format.heartbeat(at.cursor(), state()));
        lastHeartbeatNanos = System.nanoTime();
    }

    private String state() {
        return StreamFormat.state(source.head().since(openedNanos, subscription.head()), sent);
    }

    private void write(String text) {
        write(Buffer.buffer(text));
    }

    private void write(Buffer bytes) {
        if (!isOver()) {
            var _ = response.write(bytes);
        }
    }

    private void run() {
        try {
            writeWhatFits();
        } catch (RuntimeException e) {
            LOG.error("A stream failed and is closed", e);
            var _ = request.connection().close();
            over();
        }
    }

    private void writeWhatFits() {
        for (int writes = 0; started && !isOver() && !isFull(); writes++) {
            if (writes == WRITES_IN_A_ROW) {
                wake();
                return;
            }
            if (!goOn()) {
                return;
            }
        }
    }

    /// Takes one step, and returns whether the next one may be taken at once.
    private boolean goOn() {
        if (reading) {
            return false;
        }
        if (subscription.follows() && segmentNumber == NOWHERE) {
            enterTail();
        }
        if (segmentNumber != NOWHERE) {
            return takeFromTail();
        }
        if (!subscription.follows() && at.includesAll(subscription.head())) {
            end();
            return false;
        }
        if (!resting) {
            reading = true;
            source.history()
                    .read(
                            walk,
                            filter,
                            format,
                            outcome -> eventLoop.runOnContext(now -> takeHistory(outcome)));
        }
        return false;
    }

    private void takeHistory(History.Outcome outcome) {
        reading = false;
        if (isOver()) {
            return;
        }
        switch (outcome) {
            case History.Outcome.Piece piece -> {
                LogWalk.Step.Given step = piece.step();
                resting = step.isLegOver() && step.rest().at().equals(walk.at());
                walk = step.rest();
                if (step.isLegOver() && !subscription.follows()) {
                    walk = LogWalk.between(walk.at(), subscription.head());
                }
                at.pass(walk.at());
                sent.add(piece.sent());
                if (piece.bytes().length > 0) {
                    write(Buffer.buffer(piece.bytes()));
                }
                run();
            }
            case History.Outcome.Away _ -> resting = true;
            case History.Outcome.Over _ -> end();
        }
    }

    private void enterTail() {
        OptionalLong place = source.tail().place(at);
        if (place.isPresent()) {
            segmentNumber = place.getAsLong();
            index = 0;
        }
    }

    private void leaveTail() {
        segmentNumber = NOWHERE;
        walk = LogWalk.from(at.cursor());
        resting = false;
    }

    /// Writes what the tail holds, up to about [#WRITE_BYTES], and returns whether it may hold
    /// more.
    private boolean takeFromTail() {
        Buffer bytes = Buffer.buffer();
        boolean more = true;
        while (more && segmentNumber != NOWHERE && bytes.length() < WRITE_BYTES) {
            more = takeFromSegment(bytes);
        }
        if (bytes.length() > 0) {
            write(bytes);
        }
        return more;
    }

    private boolean takeFromSegment(Buffer bytes) {
        TailSegment segment = source.tail().segment(segmentNumber);
        if (segment == null) {
            if (source.tail().hasLost(segmentNumber)) {
                leaveTail();
                return true;
            }
            return false;
        }
        if (index == 0) {
            if (!at.includesAll(segment.start())) {
                leaveTail();
                return true;
            }
            onPath = at.isAt(segment.start());
        }
        while (index < segment.size() && bytes.length() < WRITE_BYTES) {
            take(segment, bytes);
            index++;
        }
        if (index == segment.size()) {
            at.pass(segment.end());
            segmentNumber++;
            index = 0;
        }
        return true;
    }

    private void take(TailSegment segment, Buffer bytes) {
        TailSegment.Entry entry = segment.entry(index);
        if (at.includes(entry.position())) {
            return;
        }
        at.pass(entry.position());
        if (!filter.fits(entry.traits())) {
            return;
        }
        sent.add(entry.digest());
        if (onPath) {
            int from = segment.from(index, format);
            bytes.appendBytes(segment.bytes(format), from, entry.to(format) - from);
        } else {
            ByteArrayOutputStream own = new ByteArrayOutputStream();
            Cursor here = at.cursor();
            format.event(own, here.toString(), segment.body(index));
            bytes.appendBytes(own.toByteArray());
        }
    }
}
