package org.companytimeline.benchmarks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.companytimeline.local.KafkaBroker;

/// A poll loop beside SmallRye Reactive Messaging: how fast each reads what lies in the log, and
/// how long after the broker's acknowledgement each sees a record at its end.
final class ConsumerBenchmark {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int RECORD_BYTES = 300;
    private static final int TIMED_RECORDS = 1_000;
    private static final int[] RECORDS_PER_SECOND = {20, 500};
    private static final Path CONSUMER =
            Path.of("benchmarks/log-consumer/target/quarkus-app/quarkus-run.jar");

    private final Path dir;
    private final int rounds;
    private final int records;
    private final List<Integer> ways = List.of(0, 1);
    private final Map<String, List<Double>> latencies = new LinkedHashMap<>();
    private final ProcessorTime processorTime;
    private int topicCount;

    ConsumerBenchmark(Path dir, int rounds, int records) {
        this.dir = dir;
        this.rounds = rounds;
        this.records = records;
        processorTime = new ProcessorTime(rounds);
    }

    void run() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(dir.resolve("kafka"), 0)) {
            List<Contender> contenders =
                    ways.stream()
                            .map(way -> new Contender(name(way), () -> round(broker, way)))
                            .toList();
            List<Figures> figures = new Contest(contenders, 1, rounds).run();
            Progress.result(
                    Table.ofRatios("consume and drop", "records/s", figures, figures.getFirst()));
            Progress.result(processorTime.table());
            Progress.result(latencyTable());
        }
    }

    private static String name(int way) {
        return way == 0 ? "poll loop" : "SmallRye Reactive Messaging";
    }

    private double round(KafkaBroker broker, int way) throws Exception {
        String topic = "consumed-" + topicCount++;
        Topics topics = new Topics(broker.bootstrapServers());
        topics.create(topic);
        Map<String, String> environment =
                Map.of(
                        "BENCHMARK_WAY",
                        way == 0 ? "poll-loop" : "reactive-messaging",
                        "MP_MESSAGING_INCOMING_EVENTS_ENABLED",
                        Boolean.toString(way == 1),
                        "BENCHMARK_BOOTSTRAP_SERVERS",
                        broker.bootstrapServers(),
                        "BENCHMARK_TOPIC",
                        topic,
                        "BENCHMARK_GROUP",
                        topic,
                        "BENCHMARK_REPORT_EVERY",
                        Integer.toString(records));
        try (BareProducer producer = new BareProducer(broker.bootstrapServers());
                MeasuredProcess consumer =
                        MeasuredProcess.start(
                                List.of("-Xmx512m", "-jar", CONSUMER.toString()),
                                environment,
                                dir.resolve("consumer.log"))) {
            List<ProducerRecord<byte[], byte[]>> backlog = backlog(topic);
            for (int warmUp = 0; warmUp < 2; warmUp++) {
                producer.sendAll(backlog);
                consumer.awaitLine("seen ", LIMIT);
            }
            consumer.pause();
            producer.sendAll(backlog);
            double perSecond =
                    processorTime.of(
                            name(way), consumer.pid(), records, () -> resumeUntilSeen(consumer));
            for (int rate : RECORDS_PER_SECOND) {
                latencies
                        .computeIfAbsent(
                                name(way) + ", " + rate + " records/s", _ -> new ArrayList<>())
                        .addAll(latenciesMicros(producer, consumer, topic, rate));
            }
            return perSecond;
        } finally {
            topics.delete(topic);
        }
    }

    private double resumeUntilSeen(MeasuredProcess consumer) throws Exception {
        long start = microsNow();
        consumer.resume();
        long end = lastNumber(consumer.awaitLine("seen ", LIMIT));
        return records / ((end - start) / 1e6);
    }

    /// From each record's acknowledgement to its being seen.
    private static List<Double> latenciesMicros(
            BareProducer producer, MeasuredProcess consumer, String topic, int rate)
            throws Exception {
        int count = Math.min(TIMED_RECORDS, rate * 10);
        Map<String, Long> acknowledged = new ConcurrentHashMap<>();
        List<Header> timed = List.of(new RecordHeader("timed", new byte[0]));
        SplittableRandom random = new SplittableRandom(rate);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            }
            var _ =
                    producer.client()
                            .send(
                                    new ProducerRecord<>(
                                            topic, null, null, key(i), value(random), timed),
                                    (metadata, e) -> {
                                        if (e == null) {
                                            acknowledged.put(
                                                    metadata.partition() + ":" + metadata.offset(),
                                                    microsNow());
                                        }
                                    });
        }
        producer.client().flush();
        List<Double> latencies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String[] seen = consumer.awaitLine("record ", LIMIT).split(" ", -1);
            long acknowledgedMicros = Objects.requireNonNull(acknowledged.get(seen[1]));
            latencies.add((double) (Long.parseLong(seen[2]) - acknowledgedMicros));
        }
        return latencies;
    }

    private String latencyTable() {
        StringBuilder table =
                new StringBuilder(
                        "| from acknowledged to seen, ms | p50 | p99 | most |%n|---|---:|---:|---:|%n"
                                .formatted());
        latencies.forEach((name, micros) -> {
            List<Double> sorted = micros.stream().sorted().toList();
            table.append(
                    "| %s | %.1f | %.1f | %.1f |%n"
                            .formatted(
                                    name,
                                    sorted.get(sorted.size() / 2) / 1e3,
                                    sorted.get(sorted.size() * 99 / 100) / 1e3,
                                    sorted.getLast() / 1e3));
        });
        return table.toString();
    }

    private List<ProducerRecord<byte[], byte[]>> backlog(String topic) {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, records)
                .mapToObj(i -> new ProducerRecord<>(topic, key(i), value(random)))
                .toList();
    }

    private static byte[] key(int number) {
        return ("company-" + number % 1_000).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] value(SplittableRandom random) {
        byte[] value = new byte[RECORD_BYTES];
        random.nextBytes(value);
        return value;
    }

    private static long lastNumber(String line) {
        return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
    }

    private static long microsNow() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
