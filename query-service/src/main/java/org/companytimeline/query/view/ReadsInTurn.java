package org.companytimeline.query.view;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/// A read model that is read so many times at once; the others wait for their turn, in the order in
/// which they came.
///
/// So a crowd that comes at the same moment takes no more connections than there are turns, and is
/// served one after the other instead of being refused.
public final class ReadsInTurn implements ReadModel {

    private final ReadModel readModel;
    private final Semaphore turns;
    private final Semaphore places;
    private final Duration waitAtMost;

    /// @param turns how many read at a time
    /// @param waiting how many may wait beside them
    /// @param waitAtMost how long each of them waits
    public ReadsInTurn(ReadModel readModel, int turns, int waiting, Duration waitAtMost) {
        this.readModel = readModel;
        this.turns = new Semaphore(turns, true);
        places = new Semaphore(turns + waiting);
        this.waitAtMost = waitAtMost;
    }

    /// @throws ReadModelUnavailable also if too many wait, or the turn does not come in time
    @Override
    public <T> T inSnapshot(Function<Snapshot, T> read) {
        return inTurn(() -> readModel.inSnapshot(read));
    }

    /// @throws ReadModelUnavailable also if too many wait, or the turn does not come in time
    @Override
    public <T> T inLongSnapshot(Function<Snapshot, T> read) {
        return inTurn(() -> readModel.inLongSnapshot(read));
    }

    private <T> T inTurn(Supplier<T> read) {
        if (!places.tryAcquire()) {
            throw new ReadModelUnavailable("Too many wait for their turn to read.");
        }
        try {
            awaitTurn();
            try {
                return read.get();
            } finally {
                turns.release();
            }
        } finally {
            places.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(waitAtMost.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ReadModelUnavailable("No turn to read came in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadModelUnavailable("The service is stopping.", e);
        }
    }
}
