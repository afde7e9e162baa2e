package org.companytimeline.query.stream;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.EventSum;
import org.companytimeline.query.view.LogIdentity;
import org.companytimeline.query.view.LogWalk;
import org.companytimeline.query.view.MovingCursor;
import org.companytimeline.query.view.StreamFilter;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One stream: the events that its subscriber wants, from a point in the log on.
///
/// It holds a cursor and the number of a segment of the tail, never a queue: it writes while the
/// socket takes more, and goes on when the socket drains. Where the tail does not hold what comes
/// next, it reads history, one piece at a time, until its cursor lies within the tail; while the
/// socket takes nothing, the piece waits where it may be dropped. All state belongs to the event
/// loop of the request; other threads only wake it up.
final class EventStream {

    private static final Logger LOG = Logger.getLogger(EventStream.class);

    /// How many writes are made before others get their turn on the event loop.
    private static final int WRITES_IN_A_ROW = 16;

    private static final long NOWHERE = -1;

    /// What streams share.
    ///
    /// @param waiting what streams have read of history while their sockets take nothing
    /// @param writeBytes how many are written at a time, about, and may wait for a socket
    /// @param heartbeat the longest time between two
    /// @param stalledAfter how long a subscriber may take nothing
    /// @param retry how long after a failed read the next one is tried
    record Source(
            Tail tail,
            History history,
            WaitingPieces waiting,
            Head head,
            int writeBytes,
            Duration heartbeat,
            Duration stalledAfter,
            Duration retry) {}

    private final Outlet outlet;
    private final Context eventLoop;
    private final Source source;
    private final StreamFormat format;
    private final StreamFilter filter;
    private final boolean takesAll;
    private final Subscription subscription;

    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final EventSum sent = new EventSum();
    private final MovingCursor at;
    private final List<Long> timers = new ArrayList<>();

    private final long openedNanos = System.nanoTime();

    private LogWalk walk;
    private @Nullable HistoryPiece piece;
    private boolean pieceWaits;
    private boolean started;
    private boolean reading;
    private boolean resting;
    private long segmentNumber = NOWHERE;
    private int index;
    private boolean onPath;
    private long lastHeartbeatNanos;
    private @Nullable Supplier<String> lastWords;

    EventStream(
            HttpServerRequest request,
            Context eventLoop,
            Source source,
            Subscription subscription) {
        this.eventLoop = eventLoop;
        this.source = source;
        outlet = new Outlet(request, source.writeBytes());
        this.subscription = subscription;
        format = subscription.format();
        filter = subscription.filter();
        takesAll = filter.isAll();
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
            outlet.open(this::run, this::over);
            if (done.isDone()) {
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
        Duration retryAfter = Duration.ofMillis(ThreadLocalRandom.current().nextLong(1_000, 5_000));
        eventLoop.runOnContext(
                now -> endWith(() -> format.farewell(at.cursor(), state(), retryAfter)));
    }

    /// Ends with a last heartbeat if it is of another log than this, told by another thread.
    void closeUnlessOf(LogIdentity now) {
        if (!subscription.from().log().equals(now)) {
            eventLoop.runOnContext(ending -> end());
        }
    }

    private void end() {
        endWith(() -> format.heartbeat(at.cursor(), state()));
    }

    /// Ends between two events: at once, or when the one that is being written is.
    private void endWith(Supplier<String> words) {
        lastWords = words;
        if (!isOver() && !outlet.isWithinEvent()) {
            outlet.write(words.get());
            outlet.end(this::over);
        }
    }

    /// Whether nothing is written any more; the subscriber may still have to take what was.
    private boolean isOver() {
        return done.isDone() || outlet.hasEnded();
    }

    private void over() {
        timers.forEach(timer -> eventLoop.owner().cancelTimer(timer));
        timers.clear();
        piece = null;
        source.waiting().take(this);
        done.complete(null);
    }

    private void tick() {
        if (done.isDone()) {
            return;
        }
        if (outlet.isStalled(source.stalledAfter())) {
            outlet.cut();
            over();
        } else if (!outlet.isWaiting() && !outlet.isWithinEvent()) {
            heartbeat();
        }
    }

    private boolean heartbeatIsDue() {
        return System.nanoTime() - lastHeartbeatNanos > source.heartbeat().toNanos();
    }

    private void heartbeat() {
        outlet.write(format.heartbeat(at.cursor(), state()));
        lastHeartbeatNanos = System.nanoTime();
    }

    /// A stream that does not follow goes as far as the head was when it was asked for.
    private String state() {
        Cursor head = subscription.head();
        return StreamFormat.state(
                subscription.follows() ? source.head().since(openedNanos, head) : head, sent);
    }

    private void run() {
        orCut(this::writeWhatFits);
    }

    private void orCut(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("A stream failed and is closed", e);
            outlet.cut();
            over();
        }
    }

    private void writeWhatFits() {
        boolean more = true;
        for (int writes = 0; more && started && !isOver(); writes++) {
            if (outlet.isFull()) {
                letPieceWait();
                return;
            }
            if (writes == WRITES_IN_A_ROW) {
                wake();
                return;
            }
            more = goOn();
        }
    }

    /// Takes one step, and returns whether the next one may be taken at once.
    private boolean goOn() {
        if (outlet.isWithinEvent()) {
            outlet.writeRest();
            return true;
        }
        if (lastWords != null) {
            endWith(lastWords);
            return false;
        }
        if (heartbeatIsDue()) {
            heartbeat();
        }
        if (reading) {
            return false;
        }
        if (takeFromPiece()) {
            return true;
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
            source.history().read(walk, filter, format, done::isDone, this::handOver);
        }
        return false;
    }

    /// Told by another thread, which waits until the outcome is taken.
    private void handOver(History.Outcome outcome) {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        eventLoop.runOnContext(now -> {
            try {
                takeOutcome(outcome);
            } finally {
                taken.complete(null);
            }
        });
        taken.join();
    }

    private void takeOutcome(History.Outcome outcome) {
        reading = false;
        if (!isOver()) {
            orCut(() -> goOnWith(outcome));
        }
    }

    private void goOnWith(History.Outcome outcome) {
        switch (outcome) {
            case History.Outcome.Read read -> {
                piece = read.piece();
                writeWhatFits();
            }
            case History.Outcome.Away _ -> resting = true;
            case History.Outcome.Over _ -> end();
        }
    }

    /// Leaves what was read of history where it may be dropped, and notes how to read it again.
    private void letPieceWait() {
        HistoryPiece here = piece;
        if (here == null) {
            return;
        }
        if (here.isTaken()) {
            finish(here);
            return;
        }
        walk = here.rest(at);
        source.waiting().put(this, here);
        piece = null;
        pieceWaits = true;
    }

    /// Writes what was read of history, up to about a slice, and returns whether there was any.
    private boolean takeFromPiece() {
        if (pieceWaits) {
            pieceWaits = false;
            piece = source.waiting().take(this);
        }
        HistoryPiece here = piece;
        if (here == null) {
            return false;
        }
        while (!here.isTaken() && outlet.hasRoom()) {
            HistoryPiece.Entry entry = here.take();
            at.pass(entry.key().position());
            if (entry.digest() != null) {
                sent.add(entry.digest());
                outlet.add(here.bytes(), here.begin(), entry.to());
            }
        }
        outlet.flush();
        if (here.isTaken()) {
            finish(here);
        }
        return true;
    }

    private void finish(HistoryPiece read) {
        piece = null;
        resting = read.isNothing();
        walk = read.rest(at);
        if (read.isLegOver() && !subscription.follows()) {
            walk = LogWalk.between(walk.at(), subscription.head());
        }
        at.pass(walk.at());
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

    /// Writes what the tail holds, up to about a slice, and returns whether it may hold more.
    private boolean takeFromTail() {
        boolean more = true;
        while (more && segmentNumber != NOWHERE && outlet.hasRoom()) {
            more = takeFromSegment();
        }
        outlet.flush();
        return more;
    }

    private boolean takeFromSegment() {
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
        while (index < segment.size() && outlet.hasRoom()) {
            TailSegment.Run run = onPath && takesAll ? segment.run(index) : null;
            if (run == null) {
                take(segment);
                index++;
            } else {
                take(run);
            }
        }
        if (index == segment.size()) {
            at.pass(segment.end());
            segmentNumber++;
            index = 0;
        }
        return true;
    }

    private void take(TailSegment.Run run) {
        at.pass(run.end());
        sent.add(run.sum());
        outlet.add(run.bytes(format));
        index = run.next();
    }

    private void take(TailSegment segment) {
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
            outlet.add(segment.bytes(format), segment.from(index, format), entry.to(format));
        } else {
            ByteArrayOutputStream own = new ByteArrayOutputStream();
            Cursor here = at.cursor();
            format.event(own, here.toString(), segment.body(index));
            outlet.add(own.toByteArray(), 0, own.size());
        }
    }
}
