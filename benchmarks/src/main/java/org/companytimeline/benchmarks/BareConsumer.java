package org.companytimeline.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// The Kafka client alone: reads and drops.
final class BareConsumer implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    BareConsumer(String bootstrapServers, String topic) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                                5_000,
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        partitions =
                IntStream.range(0, Topics.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition))
                        .toList();
        consumer.assign(partitions);
    }

    /// Where the log ends now.
    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    /// Reads from those offsets until it has seen so many records.
    ///
    /// @return records per second
    double read(Map<TopicPartition, Long> from, long records) throws TimeoutException {
        from.forEach(consumer::seek);
        long seen = 0;
        long start = System.nanoTime();
        while (seen < records) {
            seen += consumer.poll(POLL).count();
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new TimeoutException("saw %d of %d records".formatted(seen, records));
            }
        }
        return records / ((System.nanoTime() - start) / 1e9);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
