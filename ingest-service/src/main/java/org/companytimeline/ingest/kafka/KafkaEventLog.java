package org.companytimeline.ingest.kafka;

import io.cloudevents.kafka.KafkaMessageFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.Position;
import org.companytimeline.ingest.accept.EventLog;
import org.jspecify.annotations.Nullable;

/// The log in a Kafka topic: one record per event, CloudEvents binary mode, the company's id as the
/// key, so that the events of a company keep their order.
public final class KafkaEventLog implements EventLog, AutoCloseable {

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);

    private final String topic;
    private final Producer<String, byte[]> producer;
    private final TopicWatch watch;

    KafkaEventLog(String topic, Producer<String, byte[]> producer, TopicWatch watch) {
        this.topic = topic;
        this.producer = producer;
        this.watch = watch;
    }

    @Override
    public Availability availability() {
        return watch.availability();
    }

    @Override
    public CompletableFuture<Appended> append(Event event) {
        ProducerRecord<String, byte[]> record =
                KafkaMessageFactory.<String>createWriter(topic, event.company().id().value())
                        .writeBinary(EventCodec.encode(event));
        CompletableFuture<Appended> appended = new CompletableFuture<>();
        try {
            var _ =
                    producer.send(
                            record,
                            (metadata, fault) -> appended.complete(appended(metadata, fault)));
        } catch (RuntimeException e) {
            // The producer is closed or fenced off: send threw before it took the record.
            appended.complete(new Appended.NotWritten("the log's producer says: " + said(e)));
        }
        return appended;
    }

    private static Appended appended(@Nullable RecordMetadata metadata, @Nullable Exception fault) {
        return switch (fault) {
            case null -> written(metadata);
            case RecordTooLargeException e -> new Appended.TooLarge(said(e));
            case BufferExhaustedException e -> new Appended.NotWritten(said(e));
            default -> new Appended.Unknown(said(fault));
        };
    }

    private static Appended written(@Nullable RecordMetadata metadata) {
        if (metadata == null || !metadata.hasOffset()) {
            return new Appended.Unknown("the broker acknowledged without an offset");
        }
        return new Appended.Written(
                new Position(metadata.partition(), metadata.offset()),
                Instant.ofEpochMilli(metadata.timestamp()));
    }

    private static String said(Exception e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        watch.close();
        producer.close(CLOSE_WITHIN);
    }
}
