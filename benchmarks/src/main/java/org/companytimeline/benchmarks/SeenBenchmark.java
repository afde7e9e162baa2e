package org.companytimeline.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.companytimeline.benchmarks.Workload.Posting;

/// From `POST /events` to the event on a stream, beside the least that has to happen in between.
///
/// An open loop: events are posted at fixed times, and latencies run from there to the answer and
/// to the frame's arrival at a subscriber.
final class SeenBenchmark {

    private static final int[] RATES = {20, 200};
    private static final int WARM_UPS = 1;
    private static final int CONNECTIONS = 64;
    private static final int COMPANIES = 100;
    private static final String BARE = "bare-events";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern ID = Pattern.compile("^\\{\"id\":\"([^\"]+)\"");

    private final Path dir;
    private final int rounds;
    private final int seconds;
    private final Service.Options options;
    private final Map<String, List<Latencies>> latencies = new LinkedHashMap<>();
    private int workloads;

    /// @param options of query-service
    SeenBenchmark(Path dir, int rounds, int seconds, Service.Options options) {
        this.dir = dir;
        this.rounds = rounds;
        this.seconds = seconds;
        this.options = options;
    }

    void run() throws Exception {
        try (LiveStack stack = new LiveStack(dir, Map.of(), options)) {
            new Topics(stack.bootstrapServers()).create(BARE);
            Service ingest = stack.startIngest();
            try (BareWrite bare = new BareWrite(stack.bootstrapServers(), stack.connection());
                    Poster poster = new Poster(ingest.port(), stack.publisher(), CONNECTIONS);
                    SeenEvents seen = SeenEvents.from(stack.query().port())) {
                for (int rate : RATES) {
                    List<Contender> contenders =
                            List.of(
                                    new Contender(floor(rate), () -> writeBare(rate, bare)),
                                    new Contender(seenAt(rate), () -> post(rate, poster, seen)));
                    new Contest(contenders, WARM_UPS, rounds).run();
                }
                Progress.result(table());
            }
        }
    }

    private static String floor(int rate) {
        return "acknowledged and committed by bare clients, %d a second".formatted(rate);
    }

    private static String answered(int rate) {
        return "POST to its answer, %d a second".formatted(rate);
    }

    private static String seenAt(int rate) {
        return "POST to seen on the stream, %d a second".formatted(rate);
    }

    private double writeBare(int rate, BareWrite bare) throws Exception {
        List<ProducerRecord<byte[], byte[]>> records = LogRecords.of(postings(rate), BARE);
        Pace pace = Pace.of(rate);
        List<CompletableFuture<Long>> committed = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            pace.await(i);
            committed.add(bare.write(records.get(i)).thenApply(_ -> System.nanoTime()));
        }
        return add(floor(rate), pace, committed);
    }

    private double post(int rate, Poster poster, SeenEvents seen) throws Exception {
        List<Posting> postings = postings(rate);
        Pace pace = Pace.of(rate);
        List<CompletableFuture<Long>> answered = new ArrayList<>();
        for (int i = 0; i < postings.size(); i++) {
            pace.await(i);
            answered.add(poster.post(postings.get(i)).thenApply(_ -> System.nanoTime()));
        }
        add(answered(rate), pace, answered);
        List<CompletableFuture<Long>> onStream =
                postings.stream().map(posting -> seen.nanosOf(id(posting))).toList();
        return add(seenAt(rate), pace, onStream);
    }

    /// The p99 in microseconds.
    private double add(String name, Pace pace, List<CompletableFuture<Long>> endNanos)
            throws Exception {
        long[] nanos = new long[endNanos.size()];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] =
                    endNanos.get(i).get(LIMIT.toMillis(), TimeUnit.MILLISECONDS) - pace.nanosOf(i);
        }
        Latencies round = Latencies.ofNanos(nanos);
        latencies.computeIfAbsent(name, _ -> new ArrayList<>()).add(round);
        return round.at(0.99) * 1_000;
    }

    private List<Posting> postings(int rate) {
        return new Workload("l" + workloads++, COMPANIES, rate * seconds).postings();
    }

    private static String id(Posting posting) {
        Matcher id = ID.matcher(posting.json());
        if (!id.find()) {
            throw new IllegalStateException("no id first in " + posting.json());
        }
        return id.group(1);
    }

    private String table() {
        StringBuilder table =
                new StringBuilder(
                        "| ms from the time it was due | p50 | p99 | most | p50, times bare | p99, times bare |%n|---|---:|---:|---:|---:|---:|%n"
                                .formatted());
        for (int rate : RATES) {
            Latencies reference = counted(floor(rate));
            for (String name : List.of(floor(rate), answered(rate), seenAt(rate))) {
                Latencies each = counted(name);
                table.append(
                        "| %s | %.1f | %.1f | %.1f | %.2f | %.2f |%n"
                                .formatted(
                                        name,
                                        each.at(0.5),
                                        each.at(0.99),
                                        each.at(1),
                                        each.at(0.5) / reference.at(0.5),
                                        each.at(0.99) / reference.at(0.99)));
            }
        }
        return table.toString();
    }

    private Latencies counted(String name) {
        List<Latencies> all = latencies.getOrDefault(name, List.of());
        return Latencies.all(all.subList(all.size() - rounds, all.size()));
    }
}
