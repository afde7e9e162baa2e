package org.companytimeline.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// How much of the machine programs that are none of ours took during a measurement.
///
/// Known on Linux, from `/proc/stat`; elsewhere it reads 0. A process of ours that ends meanwhile
/// is told with [#ended], otherwise it counts as another's.
///
/// @param busyTicks all processors together, in hundredths of a second
record OtherLoad(long startNanos, long busyTicks, Duration ours) {

    private static final AtomicLong ENDED_NANOS = new AtomicLong();
    private static final Path STAT = Path.of("/proc/stat");

    static OtherLoad from() {
        return new OtherLoad(System.nanoTime(), busyTicksNow(), oursNow());
    }

    /// Cores that others kept busy since the start, on average.
    double coresUsedByOthers() {
        double elapsed = (System.nanoTime() - startNanos) / 1e9;
        double busy = (busyTicksNow() - busyTicks) / 100.0;
        double own = oursNow().minus(ours).toNanos() / 1e9;
        return busyTicks == 0 ? 0 : Math.max(0, (busy - own) / elapsed);
    }

    /// Says that a process of ours is about to end.
    static void ended(ProcessHandle process) {
        ENDED_NANOS.addAndGet(cpu(process).toNanos());
    }

    private static Duration oursNow() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
                .map(OtherLoad::cpu)
                .reduce(Duration.ofNanos(ENDED_NANOS.get()), Duration::plus);
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// user, nice, system, irq, softirq and steal; idle and waiting do not count.
    private static long busyTicksNow() {
        if (!Files.exists(STAT)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(STAT)) {
            long[] ticks =
                    Arrays.stream(lines.findFirst().orElseThrow().split(" +", -1))
                            .skip(1)
                            .mapToLong(Long::parseLong)
                            .toArray();
            return ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6] + ticks[7];
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + STAT, e);
        }
    }
}
