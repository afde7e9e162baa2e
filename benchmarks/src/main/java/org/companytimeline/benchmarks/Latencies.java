package org.companytimeline.benchmarks;

import java.util.Arrays;
import java.util.Collection;

/// Latencies in milliseconds, the least first.
@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
record Latencies(double... sortedMillis) {

    static Latencies ofNanos(long... nanos) {
        return new Latencies(
                Arrays.stream(nanos).sorted().mapToDouble(each -> each / 1e6).toArray());
    }

    static Latencies all(Collection<Latencies> parts) {
        return new Latencies(
                parts.stream()
                        .flatMapToDouble(part -> Arrays.stream(part.sortedMillis))
                        .sorted()
                        .toArray());
    }

    /// The smallest latency that this part of all, 0 to 1, do not exceed.
    double at(double part) {
        return sortedMillis[Math.max(0, (int) Math.ceil(part * sortedMillis.length) - 1)];
    }
}
