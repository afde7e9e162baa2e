package org.companytimeline.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads the topic `company-events` itself and keeps each event once, in a file.
///
/// Arguments: the brokers, such as `localhost:8083`, and the file. Each line of the file is
/// `{"position": "3:1045", "id": …, "type": …, "company": …, "data": {…}}`. Where to go on is in
/// the file too, not in a consumer group, so that what was read and what was made of it can't be
/// apart: this program may be killed at any time and run again.
///
/// A record is a CloudEvent in binary mode: its attributes are headers that begin with `ce_`, its
/// value is the JSON data. The same id may be recorded again, as after a retry: the lowest offset
/// of an id of a company stands, the others are skipped. Since the key is the company, they lie in
/// one partition. What the topic alone doesn't tell is which records timeline-service rejects, and
/// when an event became known; subscribers to `/events` are given that.
public final class ReadTopic {
    private static final String TOPIC = "company-events";
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LineFile file;

    /// By partition the offset to go on at.
    private final Map<Integer, Long> next = new HashMap<>();

    /// Company and id of each event in the file. In a database this would be a unique key.
    private final Set<String> known = new HashSet<>();

    private ReadTopic(LineFile file, Path path) throws IOException {
        this.file = file;
        try (Stream<String> lines = Files.lines(path)) {
            lines.forEach(this::remember);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path path = Path.of(arguments[1]);
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        arguments[0],
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        // Never guess where to go on: a log that was cut is a fault.
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none");
        try (LineFile file = new LineFile(path);
                KafkaConsumer<String, String> consumer =
                        new KafkaConsumer<>(
                                settings, new StringDeserializer(), new StringDeserializer())) {
            new ReadTopic(file, path).read(consumer);
        }
    }

    private void read(KafkaConsumer<String, String> consumer) throws IOException {
        List<TopicPartition> partitions =
                consumer.partitionsFor(TOPIC).stream()
                        .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                        .toList();
        consumer.assign(partitions);
        for (TopicPartition partition : partitions) {
            consumer.seek(partition, next.getOrDefault(partition.partition(), 0L));
        }
        while (true) {
            for (ConsumerRecord<String, String> event : consumer.poll(POLL)) {
                take(event);
            }
        }
    }

    private void take(ConsumerRecord<String, String> event) throws IOException {
        ObjectNode line = JSON.createObjectNode();
        line.put("position", event.partition() + ":" + event.offset());
        line.put("id", header(event, "ce_id"));
        line.put("type", header(event, "ce_type"));
        line.put("company", header(event, "ce_subject"));
        try {
            line.set("data", JSON.readTree(event.value()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            System.err.println(line.get("position").asText() + " holds no JSON: skipped");
            return;
        }
        if (known.contains(identity(line))) {
            return;
        }
        file.append(line.toString());
        remember(line);
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void remember(String line) {
        try {
            remember(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No line of this program: " + line, e);
        }
    }

    private void remember(JsonNode line) {
        String[] position = line.get("position").asText().split(":", 2);
        next.put(Integer.parseInt(position[0]), Long.parseLong(position[1]) + 1);
        known.add(identity(line));
    }

    private static String identity(JsonNode line) {
        return line.get("company").asText() + " " + line.get("id").asText();
    }
}
