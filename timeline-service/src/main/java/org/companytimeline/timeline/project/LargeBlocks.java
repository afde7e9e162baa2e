package org.companytimeline.timeline.project;

import java.util.concurrent.Semaphore;

/// Lets one thread at a time hold a large block in memory.
final class LargeBlocks {

    /// From this many bytes of claims on a block is large.
    private static final long LARGE_BYTES = 4L << 20;

    private final Semaphore turn = new Semaphore(1);

    /// One thread's place in the queue.
    Pass pass() {
        return new Pass();
    }

    /// Held by one thread while it reads and folds blocks.
    final class Pass {

        private boolean held;

        private Pass() {}

        /// Waits for the turn if the block has become large.
        void grown(long bytes) {
            if (bytes > LARGE_BYTES && !held) {
                turn.acquireUninterruptibly();
                held = true;
            }
        }

        /// Gives the turn to the next.
        void done() {
            if (held) {
                held = false;
                turn.release();
            }
        }
    }
}
