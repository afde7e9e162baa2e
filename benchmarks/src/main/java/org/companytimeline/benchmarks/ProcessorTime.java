package org.companytimeline.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How much processor time a measured process takes for an event (or what is counted), all its
/// threads together. Other programs on the same machine hardly change it.
final class ProcessorTime {

    private final int rounds;
    private final Map<String, List<Double>> microsPerEvent = new LinkedHashMap<>();

    /// @param rounds how many of the last rounds count
    ProcessorTime(int rounds) {
        this.rounds = rounds;
    }

    /// Runs a round and looks at the process before and after.
    ///
    /// @param pid its id; its descendants count as well
    double of(String name, long pid, int events, Contender.Round round) throws Exception {
        double before = nanos(pid);
        double result = round.run();
        double micros = (nanos(pid) - before) / 1e3 / events;
        microsPerEvent.computeIfAbsent(name, _ -> new ArrayList<>()).add(micros);
        return result;
    }

    private static double nanos(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToLong(Duration::toNanos)
                .sum();
    }

    String table() {
        return table("an event");
    }

    /// @param of what was counted
    String table(String of) {
        StringBuilder table =
                new StringBuilder(
                        "| processor time | µs %s (median) | least to most |%n|---|---:|---:|%n"
                                .formatted(of));
        microsPerEvent.forEach((name, all) -> {
            Figures figures = Figures.of(name, all.subList(all.size() - rounds, all.size()));
            table.append(
                    "| %s | %.2f | %.2f to %.2f |%n"
                            .formatted(name, figures.median(), figures.least(), figures.most()));
        });
        return table.toString();
    }
}
