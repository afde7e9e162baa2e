package org.companytimeline.query.postgres;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.companytimeline.query.view.ReadModelUnavailable;

/// How many reads may hold events in memory to fold them.
final class FoldRoom {

    /// How long a read waits for room.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Semaphore free;

    /// @param places at least 1
    FoldRoom(int places) {
        free = new Semaphore(places);
    }

    /// One read's claim to a place; given back when closed.
    Place place() {
        return new Place();
    }

    /// Taken at most once.
    final class Place implements AutoCloseable {

        private boolean taken;

        /// Waits for a place; does nothing if it is taken already.
        ///
        /// @throws ReadModelUnavailable if none gets free in time
        void take() {
            if (!taken) {
                taken = isFreeInTime();
                if (!taken) {
                    throw new ReadModelUnavailable("Too many reads fold events at a time.");
                }
            }
        }

        private boolean isFreeInTime() {
            try {
                return free.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ReadModelUnavailable("The service is stopping.", e);
            }
        }

        @Override
        public void close() {
            if (taken) {
                taken = false;
                free.release();
            }
        }
    }
}
