package org.companytimeline.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A started process as it is remembered across runs: a process id alone may belong to another
/// program later.
///
/// @param started what the system says about its start, or the epoch where it says nothing
record ProcessRecord(String name, long pid, Instant started, StopSignal stopSignal) {
    /// How far two readings of the same start may differ: the system counts it from its own start,
    /// whose time it rounds.
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(3);

    static ProcessRecord of(ChildProcess process) {
        return new ProcessRecord(
                process.name(), process.pid(), startOf(process.handle()), process.stopSignal());
    }

    /// Reads what [#line] wrote.
    static Optional<ProcessRecord> parse(String line) {
        var fields = line.strip().split("\t", -1);
        if (fields.length != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new ProcessRecord(
                            fields[0],
                            Long.parseLong(fields[1]),
                            Instant.ofEpochMilli(Long.parseLong(fields[2])),
                            StopSignal.valueOf(fields[3])));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    String line() {
        return "%s\t%d\t%d\t%s".formatted(name, pid, started.toEpochMilli(), stopSignal);
    }

    /// The process itself, if it still runs.
    Optional<ProcessHandle> live() {
        return ProcessHandle.of(pid)
                .filter(process -> !Processes.hasEnded(process))
                .filter(process -> isSameStart(startOf(process)));
    }

    boolean isSameStart(Instant start) {
        return Duration.between(started, start).abs().compareTo(CLOCK_TOLERANCE) <= 0;
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
