package org.companytimeline.ingest.accept;

import java.util.concurrent.atomic.AtomicLong;

/// The bound on the bytes of posted events that are in memory: read but not yet answered.
public final class InFlightBytes {

    private final long limit;
    private final AtomicLong held = new AtomicLong();

    public InFlightBytes(long limit) {
        this.limit = limit;
    }

    /// Takes room for `bytes`, or nothing and false where they do not fit.
    public boolean tryHold(long bytes) {
        long now = held.get();
        while (now + bytes <= limit) {
            if (held.compareAndSet(now, now + bytes)) {
                return true;
            }
            now = held.get();
        }
        return false;
    }

    public void release(long bytes) {
        if (held.addAndGet(-bytes) < 0) {
            throw new IllegalStateException("more bytes released than held");
        }
    }

    public long held() {
        return held.get();
    }
}
