package org.companytimeline.timeline;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.Position;
import org.companytimeline.timeline.project.LogCheck;
import org.jspecify.annotations.Nullable;

/// A topic, as publishers and administrators use it.
public final class TestLog implements AutoCloseable {

    public static final int PARTITIONS = 3;

    private final String servers;
    private final String topic;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    TestLog(String servers, String topic) {
        this.servers = servers;
        this.topic = topic;
        this.admin = Admin.create(client());
        Map<String, Object> settings = new HashMap<>(client());
        settings.put("linger.ms", "0");
        // A topic just made may answer "not leader" at first, to be sent again in order.
        settings.put("max.in.flight.requests.per.connection", "1");
        this.producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    public Map<String, Object> client() {
        return Map.of("bootstrap.servers", servers);
    }

    public String topic() {
        return topic;
    }

    public Admin admin() {
        return admin;
    }

    /// Makes the topic as it should be, but for some settings.
    public TestLog made(int partitions, Map<String, String> otherSettings) {
        Map<String, String> settings = new HashMap<>(LogCheck.SETTINGS);
        settings.putAll(otherSettings);
        await(
                admin.createTopics(
                                List.of(
                                        new NewTopic(topic, partitions, (short) 1)
                                                .configs(settings)))
                        .all());
        return this;
    }

    public TestLog made() {
        return made(PARTITIONS, Map.of());
    }

    public void delete() {
        await(admin.deleteTopics(List.of(topic)).all());
    }

    /// Deletes what lies before an offset.
    public void truncate(int partition, long before) {
        await(
                admin.deleteRecords(
                                Map.of(
                                        new TopicPartition(topic, partition),
                                        RecordsToDelete.beforeOffset(before)))
                        .all());
    }

    public List<Position> publish(Collection<Event> events) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Event event : events) {
            sent.add(
                    producer.send(
                            carrying(EventCodec.encode(event), event.company().id().value())));
        }
        List<Position> positions = new ArrayList<>();
        sent.forEach(one -> positions.add(position(one)));
        return positions;
    }

    public Position publish(Event event) {
        return publish(List.of(event)).getFirst();
    }

    public Position publish(CloudEvent event, String key) {
        return send(carrying(event, key));
    }

    /// The record that carries an event as publishers send it.
    public ProducerRecord<byte[], byte[]> carrying(CloudEvent event, String key) {
        return KafkaMessageFactory.<byte[]>createWriter(topic, bytes(key)).writeBinary(event);
    }

    /// The same under another key or in another partition.
    public ProducerRecord<byte[], byte[]> carrying(
            Event event, @Nullable Integer partition, String key) {
        ProducerRecord<byte[], byte[]> carrying = carrying(EventCodec.encode(event), key);
        return new ProducerRecord<>(
                topic, partition, bytes(key), carrying.value(), carrying.headers());
    }

    public Position send(ProducerRecord<byte[], byte[]> log) {
        return position(producer.send(log));
    }

    public Position sendBytes(String key, String value) {
        return send(new ProducerRecord<>(topic, bytes(key), bytes(value)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Position position(Future<RecordMetadata> sent) {
        try {
            RecordMetadata metadata = sent.get();
            return new Position(metadata.partition(), metadata.offset());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("publishing failed", e);
        }
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Kafka", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking Kafka failed", e);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
