package org.companytimeline.query.stream;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.EventFilter;
import org.companytimeline.query.view.LogIdentity;
import org.companytimeline.query.view.LogWalk;
import org.companytimeline.query.view.ReadModel;
import org.companytimeline.query.view.ReadModelUnavailable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The one thread that takes new events into the tail, as long as anybody follows it.
///
/// While the database is away it tries again and again; nothing else happens to the streams.
final class TailReader {

    private static final Logger LOG = Logger.getLogger(TailReader.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    /// Who is told what happened.
    interface Listener {

        /// The tail has grown or begun anew, or the head has moved.
        void tailMoved();

        /// The read model holds another log now.
        void logChanged(LogIdentity now);
    }

    private final ReadModel readModel;
    private final Tail tail;
    private final Head head;
    private final LogWalk.Bounds bounds;
    private final int runBytes;
    private final Duration retry;
    private final BooleanSupplier isFollowed;
    private final Listener listener;
    private final Semaphore signals = new Semaphore(0);
    private volatile boolean stopping;
    private boolean away;
    private @Nullable LogWalk walk;
    private @Nullable Thread thread;

    /// @param runBytes how many bytes are written to a stream at a time
    TailReader(
            ReadModel readModel,
            Tail tail,
            Head head,
            LogWalk.Bounds bounds,
            int runBytes,
            Duration retry,
            BooleanSupplier isFollowed,
            Listener listener) {
        this.readModel = readModel;
        this.tail = tail;
        this.head = head;
        this.bounds = bounds;
        this.runBytes = runBytes;
        this.retry = retry;
        this.isFollowed = isFollowed;
        this.listener = listener;
    }

    void start() {
        thread = Thread.ofPlatform().daemon().name("stream-tail").start(this::run);
    }

    /// Says that there may be something to do.
    void signal() {
        signals.release();
    }

    void stop() throws InterruptedException {
        stopping = true;
        signal();
        if (thread != null && !thread.join(STOP_LIMIT)) {
            LOG.warnf("The reader of the tail did not stop within %s", STOP_LIMIT);
        }
    }

    private void run() {
        try {
            while (!stopping) {
                if (!isFollowed.getAsBoolean()) {
                    tail.clear();
                    walk = null;
                    awaitSignal();
                } else if (isAtHeadAfterReading()) {
                    awaitSignal();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitSignal() throws InterruptedException {
        signals.acquire();
        signals.drainPermits();
    }

    private boolean isAtHeadAfterReading() throws InterruptedException {
        try {
            boolean atHead = read();
            if (away) {
                LOG.info("Reading new events for streams again");
                away = false;
            }
            return atHead;
        } catch (RuntimeException | Error e) {
            // An error too: without this thread all streams would be deaf and look complete.
            if (!away) {
                LOG.warn("Cannot read new events for streams, trying again", unlessExpected(e));
                away = true;
            }
            var _ = signals.tryAcquire(retry.toMillis(), TimeUnit.MILLISECONDS);
            return false;
        }
    }

    private static @Nullable Throwable unlessExpected(Throwable failure) {
        return failure instanceof ReadModelUnavailable ? null : failure;
    }

    private boolean read() {
        LogWalk here = walk;
        if (here == null) {
            begin(readModel.inSnapshot(snapshot -> snapshot.log().cursor()));
            return false;
        }
        LogWalk.Step step =
                readModel.inSnapshot(snapshot -> here.step(snapshot, EventFilter.ALL, bounds));
        return switch (step) {
            case LogWalk.Step.AnotherLog _ -> {
                walk = null;
                tail.clear();
                listener.logChanged(
                        readModel.inSnapshot(snapshot -> snapshot.log().cursor()).log());
                yield false;
            }
            case LogWalk.Step.Given given -> {
                take(here.at(), given);
                yield given.isLegOver();
            }
        };
    }

    private void begin(Cursor at) {
        head.set(at);
        walk = LogWalk.from(at);
        tail.begin(at);
        listener.tailMoved();
    }

    private void take(Cursor from, LogWalk.Step.Given given) {
        head.set(given.head());
        Cursor to = given.rest().at();
        boolean hasMoved = !to.equals(from);
        if (hasMoved) {
            tail.append(TailSegment.of(from, given.events(), to, runBytes));
        }
        walk = given.rest();
        if (hasMoved) {
            listener.tailMoved();
        }
    }
}
