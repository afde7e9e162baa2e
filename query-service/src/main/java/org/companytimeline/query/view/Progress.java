package org.companytimeline.query.view;

import java.time.Duration;
import java.util.Collection;
import org.companytimeline.event.Position;

/// How far the log is applied, to wait for.
public interface Progress {

    /// Waits until all of these positions are applied or rejected.
    ///
    /// @throws InterruptedException if the waiting thread is asked to stop
    Outcome await(Collection<Position> positions, Duration atMost) throws InterruptedException;

    /// Has an action run whenever the log may have been applied further, at least once every poll
    /// interval while the database can be reached. It must return at once.
    void whenMoved(Runnable action);

    /// How a wait ended.
    enum Outcome {
        REACHED,
        NOT_IN_TIME,
        /// The log has no such partition.
        NO_SUCH_PARTITION,
        /// As many reads as may wait are waiting already.
        TOO_MANY_WAITING
    }
}
