package org.companytimeline.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.companytimeline.local.KafkaBroker;

/// A real broker with the topic of the log, to look into and to break.
public final class LogUnderTest {

    public static final String TOPIC = "company-events";
    private static final int PARTITIONS = 12;

    private final Path dir;
    private KafkaBroker broker;

    LogUnderTest(Path dir) {
        this.dir = dir;
        this.broker = KafkaBroker.start(dir, 0);
        makeTopic();
    }

    private void makeTopic() {
        try (Admin admin = Admin.create(connection())) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(TOPIC, PARTITIONS, (short) 1)
                                            .configs(
                                                    Map.of(
                                                            "message.timestamp.type",
                                                            "LogAppendTime",
                                                            "max.message.bytes",
                                                            "4194304"))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("could not make the topic", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /// All records with this key, in the order of their partition.
    public List<ConsumerRecord<String, byte[]>> recordsOf(String company) {
        return records().stream().filter(record -> company.equals(record.key())).toList();
    }

    public List<ConsumerRecord<String, byte[]>> records() {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        connection(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(TOPIC).stream()
                            .map(p -> new TopicPartition(TOPIC, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /// The event ids of all records with this key.
    public List<String> idsOf(String company) {
        return recordsOf(company).stream().map(record -> header(record, "ce_id")).toList();
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    public void kill() {
        broker.kill();
    }

    public void restart() {
        broker = KafkaBroker.start(dir, broker.port());
    }

    /// Holds the broker's process in mid-air: connections stay open, nothing is answered.
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int exit =
                    new ProcessBuilder("kill", "-" + name, Long.toString(broker.pid()))
                            .inheritIO()
                            .start()
                            .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill -" + name + " ended with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not run kill -" + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void close() {
        broker.close();
    }

    private Map<String, Object> connection() {
        return Map.of("bootstrap.servers", bootstrapServers());
    }
}
