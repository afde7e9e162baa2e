package org.companytimeline.benchmarks;

import java.util.concurrent.TimeUnit;

/// Instants fixed beforehand, at a rate: whatever is started at them starts whether what came
/// before has ended or not. Latencies run from them, so a stall counts for all that it holds up.
///
/// @param startNanos by `System.nanoTime()`
record Pace(long startNanos, double perSecond) {

    private static final long LEAD_NANOS = 100_000_000;

    static Pace of(double perSecond) {
        return new Pace(System.nanoTime() + LEAD_NANOS, perSecond);
    }

    long nanosOf(long number) {
        return startNanos + (long) (number * 1e9 / perSecond);
    }

    void await(long number) throws InterruptedException {
        for (long rest = rest(number); rest > 0; rest = rest(number)) {
            TimeUnit.NANOSECONDS.sleep(rest);
        }
    }

    private long rest(long number) {
        return nanosOf(number) - System.nanoTime();
    }
}
