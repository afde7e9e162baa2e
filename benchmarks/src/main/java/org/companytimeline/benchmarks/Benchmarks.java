package org.companytimeline.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "Records the measured service with Java Flight Recorder into this file.")
    @Nullable Path profile;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Sets an environment variable of the measured service.")
    Map<String, String> settings = Map.of();

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(
                new CommandLine(new Benchmarks())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .execute(arguments));
    }

    @Command(description = "All of them, one after the other, with their default sizes.")
    void all() throws Exception {
        consumer(400_000);
        fold(20_000);
        ingest(40_000);
        projection(50_000);
    }

    @Command(description = "A poll loop beside SmallRye Reactive Messaging.")
    void consumer(
            @Option(names = "--records", defaultValue = "400000", description = "Records a round.")
                    int records)
            throws Exception {
        inTemporaryDirectory(dir -> new ConsumerBenchmark(dir, rounds, records).run());
    }

    @Command(description = "POST /events beside a bare producer of the same bytes.")
    void ingest(
            @Option(names = "--events", defaultValue = "40000", description = "Events a round.")
                    int events)
            throws Exception {
        inTemporaryDirectory(dir -> new IngestBenchmark(dir, rounds, events, measured()).run());
    }

    @Command(description = "The projection beside bare COPY, and beside consume and drop.")
    void projection(
            @Option(names = "--events", defaultValue = "50000", description = "Events a round.")
                    int events)
            throws Exception {
        inTemporaryDirectory(dir -> new ProjectionBenchmark(dir, rounds, events, measured()).run());
    }

    @Command(
            description =
                    "Searches for companies at a fixed rate, over events that went through the"
                            + " log.")
    void search(
            @Option(names = "--companies", defaultValue = "100000", description = "Companies.")
                    int companies,
            @Option(names = "--facts", defaultValue = "1000000", description = "Events in all.")
                    int facts,
            @Option(names = "--rate", defaultValue = "50", description = "Searches a second.")
                    double rate,
            @Option(names = "--seconds", defaultValue = "60", description = "How long.")
                    int seconds)
            throws Exception {
        inTemporaryDirectory(dir ->
                new SearchBenchmark(
                                dir,
                                new NamedCompanies(companies, Math.max(4, facts / companies)),
                                rate,
                                seconds,
                                measured())
                        .run());
    }

    @Command(
            name = "import",
            description =
                    "The Crunchbase export of 2015 through the command line into an empty local"
                            + " stack, what query-service says of it then, a second import, and"
                            + " searches and timelines at a fixed rate.")
    void importing(
            @Parameters(
                            paramLabel = "FOLDER",
                            description =
                                    "With companies.csv.gz, rounds2.csv.gz and"
                                            + " acquisitions.csv.gz.")
                    Path folder,
            @Option(names = "--rate", defaultValue = "50", description = "Requests a second.")
                    double rate,
            @Option(names = "--seconds", defaultValue = "30", description = "How long.")
                    int seconds)
            throws Exception {
        inTemporaryDirectory(
                dir -> new ImportBenchmark(dir, new CrunchbaseExport(folder), rate, seconds).run());
    }

    @Command(
            description =
                    "Files of made-up rows through the command line: events a second from the file"
                            + " to what can be read, and the memory of the command.")
    void rows(
            @Option(
                            names = "--rows",
                            split = ",",
                            defaultValue = "10000,100000,1000000",
                            description = "Sizes of the files.")
                    List<Integer> sizes)
            throws Exception {
        inTemporaryDirectory(dir -> new RowsBenchmark(dir, sizes).run());
    }

    /// A part of what is measured of streams.
    enum StreamPart {
        DELIVERIES,
        STALLED,
        SEEN
    }

    @Command(
            description =
                    "Streams: deliveries a second beside a bare server, latency and heap while"
                            + " subscribers stall, and the way from POST to a subscriber.")
    void stream(
            @Parameters(
                            arity = "0..*",
                            paramLabel = "PART",
                            description = "${COMPLETION-CANDIDATES}; all without any.")
                    @Nullable List<StreamPart> parts,
            @Option(
                            names = "--subscribers",
                            defaultValue = "1000",
                            description = "Streams at a time.")
                    int subscribers,
            @Option(
                            names = "--events",
                            defaultValue = "2000",
                            description = "Events to each subscriber in a round of deliveries.")
                    int events,
            @Option(
                            names = "--stalled",
                            defaultValue = "100",
                            description = "Subscribers that stall.")
                    int stalled,
            @Option(
                            names = "--rate",
                            defaultValue = "20",
                            description = "Events a second while they stall.")
                    double rate,
            @Option(
                            names = "--seconds",
                            defaultValue = "8",
                            description = "Length of a round at a rate.")
                    int seconds)
            throws Exception {
        for (StreamPart part : parts == null ? List.of(StreamPart.values()) : parts) {
            inTemporaryDirectory(dir -> {
                switch (part) {
                    case DELIVERIES ->
                            new DeliveryBenchmark(dir, rounds, subscribers, events, measured())
                                    .run();
                    case STALLED ->
                            new StalledBenchmark(
                                            dir,
                                            rounds,
                                            subscribers,
                                            stalled,
                                            rate,
                                            seconds,
                                            measured())
                                    .run();
                    case SEEN -> new SeenBenchmark(dir, rounds, seconds, measured()).run();
                }
            });
        }
    }

    @Command(
            description =
                    "The page in Chromium: its weight, its first paint, and a company with many"
                            + " facts.")
    void page(
            @Option(
                            names = "--facts",
                            defaultValue = "10000",
                            description = "Facts of the company.")
                    int facts)
            throws Exception {
        inTemporaryDirectory(dir -> new PageBenchmark(dir, rounds, facts, measured()).run());
    }

    @Command(description = "Dates, codec and fold on one thread, without Kafka and PostgreSQL.")
    void fold(
            @Option(names = "--events", defaultValue = "20000", description = "Events a round.")
                    int events)
            throws Exception {
        new FoldBenchmark(rounds, events).run();
    }

    private Service.Options measured() {
        List<String> jvmOptions =
                profile == null
                        ? List.of()
                        : List.of(
                                "-XX:StartFlightRecording=settings=profile,filename="
                                        + profile.toAbsolutePath());
        return new Service.Options(settings, jvmOptions);
    }

    private static void inTemporaryDirectory(TemporaryRun.Measurement measurement)
            throws Exception {
        TemporaryRun.of("company-timeline-benchmark", measurement);
    }
}
