package org.companytimeline.timeline.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;
import org.companytimeline.event.Position;
import org.companytimeline.timeline.project.Bytes;
import org.companytimeline.timeline.project.LogRecord;
import org.jspecify.annotations.Nullable;

/// From Kafka's records to ours.
final class KafkaRecords {

    private KafkaRecords() {}

    /// @param partitions how many the topic has
    static LogRecord read(ConsumerRecord<byte[], byte[]> log, int partitions) {
        return new LogRecord(
                new Position(log.partition(), log.offset()),
                Instant.ofEpochMilli(log.timestamp()),
                bytes(log.key()),
                headers(log),
                bytes(log.value()),
                log.key() == null ? log.partition() : partitionOf(log.key(), partitions),
                message(log));
    }

    /// Where Kafka's own partitioner puts a key.
    private static int partitionOf(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    private static LogRecord.Message message(ConsumerRecord<byte[], byte[]> log) {
        if (log.value() == null) {
            return new LogRecord.Message.Unreadable("The record has no value.");
        }
        try {
            CloudEvent event = KafkaMessageFactory.createReader(log).toEvent();
            return new LogRecord.Message.Enveloped(event);
        } catch (RuntimeException unreadable) {
            return new LogRecord.Message.Unreadable(
                    "The record is no CloudEvent: " + unreadable.getMessage());
        }
    }

    private static List<LogRecord.Header> headers(ConsumerRecord<byte[], byte[]> log) {
        List<LogRecord.Header> headers = new ArrayList<>();
        for (Header header : log.headers()) {
            headers.add(new LogRecord.Header(header.key(), bytes(header.value())));
        }
        return List.copyOf(headers);
    }

    private static @Nullable Bytes bytes(byte @Nullable [] array) {
        return array == null ? null : Bytes.of(array);
    }
}
