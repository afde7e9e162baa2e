package org.companytimeline.query.postgres;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.companytimeline.event.Position;
import org.companytimeline.query.view.Progress;

/// How far each partition is known to be applied, and who waits for it to go further.
///
/// Each one that waits is woken once, when the last of its positions is reached.
final class Waiting implements Progress {

    private final int mostWaiting;
    private final Map<Integer, Long> nextOffsets = new HashMap<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private final List<Runnable> watchers = new ArrayList<>();
    private boolean isTableKnown;

    /// @param mostWaiting how many may wait at a time
    Waiting(int mostWaiting) {
        this.mostWaiting = mostWaiting;
    }

    @Override
    public Outcome await(Collection<Position> positions, Duration atMost)
            throws InterruptedException {
        Waiter waiter;
        synchronized (this) {
            if (isTableKnown
                    && positions.stream()
                            .anyMatch(position -> !nextOffsets.containsKey(position.partition()))) {
                return Outcome.NO_SUCH_PARTITION;
            }
            waiter = new Waiter(positions);
            if (waiter.isServedBy(nextOffsets)) {
                return Outcome.REACHED;
            }
            if (waiters.size() >= mostWaiting) {
                return Outcome.TOO_MANY_WAITING;
            }
            waiters.add(waiter);
        }
        try {
            return waiter.served.await(atMost.toNanos(), TimeUnit.NANOSECONDS)
                    ? Outcome.REACHED
                    : Outcome.NOT_IN_TIME;
        } finally {
            synchronized (this) {
                waiters.remove(waiter);
            }
        }
    }

    @Override
    public synchronized void whenMoved(Runnable action) {
        watchers.add(action);
    }

    /// Takes news of progress; a partition never goes back by it, since news may be late.
    synchronized void advance(Map<Integer, Long> news) {
        news.forEach((partition, next) -> nextOffsets.merge(partition, next, Math::max));
        wake();
    }

    /// Takes what the database holds, also if that is less than was known.
    synchronized void set(Map<Integer, Long> all) {
        nextOffsets.clear();
        nextOffsets.putAll(all);
        isTableKnown = !all.isEmpty();
        wake();
    }

    synchronized int waiting() {
        return waiters.size();
    }

    private void wake() {
        watchers.forEach(Runnable::run);
        for (Iterator<Waiter> each = waiters.iterator(); each.hasNext(); ) {
            Waiter waiter = each.next();
            if (waiter.isServedBy(nextOffsets)) {
                waiter.served.countDown();
                each.remove();
            }
        }
    }

    private static final class Waiter {

        private final Set<Position> missing;
        private final CountDownLatch served = new CountDownLatch(1);

        Waiter(Collection<Position> positions) {
            missing = new HashSet<>(positions);
        }

        boolean isServedBy(Map<Integer, Long> nextOffsets) {
            missing.removeIf(position ->
                    position.offset() < nextOffsets.getOrDefault(position.partition(), 0L));
            return missing.isEmpty();
        }
    }
}
