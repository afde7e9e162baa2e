package org.companytimeline.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command `benchmarks/run`.
@Command(
        name = "benchmarks/run",
        mixinStandardHelpOptions = true,
        description =
                "Measures the services beside the limits of what they stand on, on a Kafka and a"
                        + " PostgreSQL of their own. Progress goes to standard error, tables in"
                        + " Markdown to standard output.")
final class Benchmarks {

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds that count.")
    int rounds;

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }

    @Command(description = "A poll loop beside SmallRye Reactive Messaging.")
    void consumer(
            @Option(names = "--records", defaultValue = "400000", description = "Records a round.")
                    int records)
            throws Exception {
        inTemporaryDirectory(dir -> new ConsumerBenchmark(dir, rounds, records).run());
    }

    private interface Measurement {
        void run(Path dir) throws Exception;
    }

    private static void inTemporaryDirectory(Measurement measurement) throws Exception {
        Path dir = Files.createTempDirectory("company-timeline-benchmark");
        Progress.say(
                "%d cores, %s, Java %s; data and logs in %s"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("os.name"),
                                Runtime.version(),
                                dir));
        measurement.run(dir);
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
