package org.companytimeline.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// How long events take to the subscribers that read while others have stalled, and what those cost
/// in memory.
///
/// An open loop: events are published at fixed times, through Kafka and the projection, and the
/// latency of each to each subscriber that reads runs from its time. Before a round comes a burst
/// of more bytes than the kernel holds for a socket, so that who takes nothing has stalled; that
/// some of it was kept back by the service is checked. After the round they read on and must get
/// everything.
final class StalledBenchmark {

    private static final int WARM_UPS = 1;
    private static final int BURST = 10_000;
    private static final int COMPANIES = 200;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String NONE = "none stalled";

    private final Path dir;
    private final int rounds;
    private final int subscribers;
    private final int stalled;
    private final double perSecond;
    private final int seconds;
    private final Service.Options options;
    private final Map<String, List<Latencies>> latencies = new LinkedHashMap<>();
    private final Map<String, List<Double>> liveMebibytes = new LinkedHashMap<>();
    private int workloads;
    private volatile @Nullable Recording recording;

    StalledBenchmark(
            Path dir,
            int rounds,
            int subscribers,
            int stalled,
            double perSecond,
            int seconds,
            Service.Options options) {
        this.dir = dir;
        this.rounds = rounds;
        this.subscribers = subscribers;
        this.stalled = stalled;
        this.perSecond = perSecond;
        this.seconds = seconds;
        this.options = options;
    }

    void run() throws Exception {
        Map<String, String> patient = Map.of("COMPANY_TIMELINE_STREAM_STALLED_AFTER", "10M");
        try (LiveStack stack = new LiveStack(dir, patient, options)) {
            LiveHeap heap = new LiveHeap(stack.query().process().pid());
            double before = heap.mebibytes();
            try (Subscribers open =
                    Subscribers.open(
                            stack.query().port(), "/events", subscribers, this::eventCame)) {
                double opened = heap.mebibytes();
                List<Contender> contenders =
                        List.of(
                                new Contender(NONE, () -> round(NONE, stack, open, heap, 0)),
                                new Contender(
                                        stalled + " stalled",
                                        () ->
                                                round(
                                                        stalled + " stalled",
                                                        stack,
                                                        open,
                                                        heap,
                                                        stalled)));
                new Contest(contenders, WARM_UPS, rounds).run();
                SentSum sum = SentSum.ofAllEvents(stack.connection());
                open.await(0, received -> sum.isIn(received.lastHeartbeat()), LIMIT);
                Progress.say(
                        "Each of %,d subscribers has %,d events, and heartbeats with hash %s"
                                .formatted(subscribers, sum.count(), sum.hash()));
                Progress.result(table());
                Progress.result(heapTable(before, opened));
            }
            Progress.say(
                    "Live heap without subscribers at the end: %.1f MiB; the process took at most %.0f MiB in all"
                            .formatted(heap.mebibytes(), heap.mostResidentMebibytes()));
        }
    }

    private double round(
            String name, LiveStack stack, Subscribers open, LiveHeap heap, int takeNothing)
            throws Exception {
        open.stall(takeNothing);
        EventFrames.Received first = open.received().getFirst();
        long before = first.events();
        stack.publish(new Workload("b" + workloads++, COMPANIES, BURST).postings());
        open.await(takeNothing, received -> received.events() == before + BURST, LIMIT);
        long burstBytes = open.received().getFirst().eventBytes() - first.eventBytes();
        // One company, so that all subscribers get the events in the order of publishing.
        int events = (int) (perSecond * seconds);
        List<ProducerRecord<byte[], byte[]>> records =
                LogRecords.of(new Workload("s" + workloads++, 1, events).postings(), LiveStack.LOG);
        Recording record =
                new Recording(Pace.of(perSecond), before + BURST, subscribers - stalled, events);
        recording = record;
        for (int i = 0; i < events; i++) {
            record.pace.await(i);
            var _ = stack.producer().client().send(records.get(i));
        }
        open.await(takeNothing, received -> received.events() == before + BURST + events, LIMIT);
        recording = null;
        checkStalled(open, takeNothing, burstBytes);
        liveMebibytes.computeIfAbsent(name, _ -> new ArrayList<>()).add(heap.mebibytes());
        open.goOn(takeNothing);
        open.await(0, received -> received.events() == before + BURST + events, LIMIT);
        Latencies each = record.latencies();
        latencies.computeIfAbsent(name, _ -> new ArrayList<>()).add(each);
        return each.at(0.99) * 1_000;
    }

    /// That the service itself waits for each of those that take nothing: the kernel holds less for
    /// it than the burst was.
    private static void checkStalled(Subscribers open, int takeNothing, long burstBytes) {
        long held = open.mostUnreadBytes(takeNothing);
        Progress.say(
                "The burst was %,d bytes, of which the kernel holds at most %,d for a subscriber that takes nothing"
                        .formatted(burstBytes, held));
        if (held >= burstBytes) {
            throw new IllegalStateException("Nobody has stalled: the burst is too small");
        }
    }

    private void eventCame(int subscriber, long number) {
        Recording now = recording;
        if (now != null) {
            now.eventCame(subscriber, number);
        }
    }

    private String table() {
        StringBuilder table =
                new StringBuilder(
                        ("| %,d subscribers, %.0f events a second | p50 ms (median) | p99 ms"
                                        + " (median) | p99 least to most | times \"%s\" |%n"
                                        + "|---|---:|---:|---:|---:|%n")
                                .formatted(subscribers, perSecond, NONE));
        double reference = figures(NONE, 0.99).median();
        for (String name : latencies.keySet()) {
            Figures p99 = figures(name, 0.99);
            table.append(
                    "| %s | %.1f | %.1f | %.1f to %.1f | %.3f |%n"
                            .formatted(
                                    name,
                                    figures(name, 0.5).median(),
                                    p99.median(),
                                    p99.least(),
                                    p99.most(),
                                    p99.median() / reference));
        }
        return table.toString();
    }

    private Figures figures(String name, double part) {
        return Figures.of(
                name,
                counted(latencies.getOrDefault(name, List.of())).stream()
                        .map(each -> each.at(part))
                        .toList());
    }

    private String heapTable(double before, double opened) {
        StringBuilder table =
                new StringBuilder(
                        ("| live heap of query-service, after a collection | MiB |%n|---|---:|%n|"
                             + " no subscribers | %.1f |%n| %,d subscribers, no events | %.1f |%n")
                                .formatted(before, subscribers, opened));
        liveMebibytes.forEach((name, all) ->
                table.append(
                        "| %s, round by round | %s |%n"
                                .formatted(
                                        name,
                                        String.join(
                                                ", ",
                                                counted(all).stream()
                                                        .map("%.1f"::formatted)
                                                        .toList()))));
        return table.toString();
    }

    private <T> List<T> counted(List<T> all) {
        return all.subList(all.size() - rounds, all.size());
    }

    /// The latencies of one round, to the subscribers that always read.
    private static final class Recording {

        private final Pace pace;
        private final long first;
        private final int readers;
        private final long[] nanos;
        private int count;

        Recording(Pace pace, long first, int readers, int events) {
            this.pace = pace;
            this.first = first;
            this.readers = readers;
            nanos = new long[readers * events];
        }

        void eventCame(int subscriber, long number) {
            if (subscriber < readers) {
                nanos[count++] = System.nanoTime() - pace.nanosOf(number - first);
            }
        }

        Latencies latencies() {
            return Latencies.ofNanos(Arrays.copyOf(nanos, count));
        }
    }
}
