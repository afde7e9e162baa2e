package org.companytimeline.query.stream;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.EventSum;
import org.companytimeline.query.view.EventTraits;
import org.companytimeline.query.view.LogWalk;
import org.companytimeline.query.view.MovingCursor;
import org.companytimeline.query.view.ReadModel;
import org.companytimeline.query.view.ReadModelUnavailable;
import org.companytimeline.query.view.StreamFilter;
import org.companytimeline.query.view.StreamedEvent;
import org.jboss.logging.Logger;

/// Reads for streams what the tail does not hold, so many at a time; the others wait their turn.
final class History {

    private static final Logger LOG = Logger.getLogger(History.class);

    /// What came of reading a chunk.
    sealed interface Outcome {

        /// What follows.
        ///
        /// @param bytes of the events that fit the filter, ready to be sent
        /// @param sent their sum
        /// @param step what was read
        @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
        record Piece(byte[] bytes, EventSum sent, LogWalk.Step.Given step) implements Outcome {}

        /// The database is away; the same read may succeed later.
        record Away() implements Outcome {}

        /// The read model holds another log, or what it holds cannot be read.
        record Over() implements Outcome {}
    }

    private final ReadModel readModel;
    private final Head head;
    private final LogWalk.Bounds bounds;
    private final Executor executor;
    private final Semaphore turns;

    /// @param executor runs each read on a thread that may wait
    History(
            ReadModel readModel,
            Head head,
            LogWalk.Bounds bounds,
            int readersMax,
            Executor executor) {
        this.readModel = readModel;
        this.head = head;
        this.bounds = bounds;
        this.executor = executor;
        turns = new Semaphore(readersMax, true);
    }

    /// Reads the next chunk on another thread and hands it over there.
    void read(LogWalk walk, StreamFilter filter, StreamFormat format, Consumer<Outcome> handOver) {
        executor.execute(() -> handOver.accept(outcome(walk, filter, format)));
    }

    private Outcome outcome(LogWalk walk, StreamFilter filter, StreamFormat format) {
        try {
            turns.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Over();
        }
        try {
            return switch (readModel.inSnapshot(
                    snapshot -> walk.step(snapshot, filter.index(), bounds))) {
                case LogWalk.Step.AnotherLog _ -> new Outcome.Over();
                case LogWalk.Step.Given given -> {
                    head.set(given.head());
                    yield piece(walk.at(), given, filter, format);
                }
            };
        } catch (ReadModelUnavailable e) {
            LOG.debug("A stream could not read history", e);
            return new Outcome.Away();
        } catch (RuntimeException | Error e) {
            // An error too: a stream that is never told would send heartbeats for ever.
            LOG.error("A stream ends because its history cannot be read", e);
            return new Outcome.Over();
        } finally {
            turns.release();
        }
    }

    private static Outcome piece(
            Cursor from, LogWalk.Step.Given given, StreamFilter filter, StreamFormat format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        EventSum sent = new EventSum();
        MovingCursor at = MovingCursor.at(from);
        for (StreamedEvent event : given.events()) {
            at.pass(event.key().position());
            if (!filter.looksInside() || filter.fits(EventTraits.of(event))) {
                format.event(bytes, at.cursor().toString(), event.body());
                sent.add(EventSum.Digest.of(event.key().position(), event.id()));
            }
        }
        return new Outcome.Piece(bytes.toByteArray(), sent, given);
    }
}
