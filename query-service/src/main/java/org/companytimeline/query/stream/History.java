package org.companytimeline.query.stream;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.companytimeline.query.view.LogWalk;
import org.companytimeline.query.view.ReadModel;
import org.companytimeline.query.view.ReadModelUnavailable;
import org.companytimeline.query.view.StreamFilter;
import org.jboss.logging.Logger;

/// Reads for streams what the tail does not hold, so many at a time; the others wait their turn.
final class History {

    private static final Logger LOG = Logger.getLogger(History.class);

    /// What came of reading a chunk.
    sealed interface Outcome {

        /// What follows.
        record Read(HistoryPiece piece) implements Outcome {}

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
    ///
    /// @param isOver whether nobody waits for it any more when its turn has come; then nothing is
    ///   read and nothing handed over
    /// @param handOver returns once it was taken; until then nobody else has this turn, so that no
    ///   more chunks than turns are on their way
    void read(
            LogWalk walk,
            StreamFilter filter,
            StreamFormat format,
            BooleanSupplier isOver,
            Consumer<Outcome> handOver) {
        executor.execute(() -> {
            turns.acquireUninterruptibly();
            try {
                if (!isOver.getAsBoolean()) {
                    handOver.accept(outcome(walk, filter, format));
                }
            } finally {
                turns.release();
            }
        });
    }

    private Outcome outcome(LogWalk walk, StreamFilter filter, StreamFormat format) {
        try {
            return switch (readModel.inSnapshot(
                    snapshot -> walk.step(snapshot, filter.index(), bounds))) {
                case LogWalk.Step.AnotherLog _ -> new Outcome.Over();
                case LogWalk.Step.Given given -> {
                    head.set(given.head());
                    yield new Outcome.Read(HistoryPiece.of(walk, given, filter, format));
                }
            };
        } catch (ReadModelUnavailable e) {
            LOG.debug("A stream could not read history", e);
            return new Outcome.Away();
        } catch (RuntimeException | Error e) {
            // An error too: a stream that is never told would send heartbeats for ever.
            LOG.error("A stream ends because its history cannot be read", e);
            return new Outcome.Over();
        }
    }
}
