package org.companytimeline.benchmarks;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// The Kafka client alone: acks=all, idempotent, and otherwise as it comes.
final class BareProducer implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;

    BareProducer(String bootstrapServers) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                true),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    /// Sends records without waiting in between, then waits until all are acknowledged.
    ///
    /// @return acknowledged records per second
    double sendAll(Iterable<ProducerRecord<byte[], byte[]>> records) {
        AtomicLong acknowledged = new AtomicLong();
        AtomicReference<Exception> failure = new AtomicReference<>();
        Callback callback =
                (_, e) -> {
                    if (e == null) {
                        acknowledged.incrementAndGet();
                    } else {
                        failure.set(e);
                    }
                };
        long start = System.nanoTime();
        for (ProducerRecord<byte[], byte[]> record : records) {
            var _ = producer.send(record, callback);
        }
        producer.flush();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (failure.get() != null) {
            throw new IllegalStateException("A record was not acknowledged", failure.get());
        }
        return acknowledged.get() / seconds;
    }

    KafkaProducer<byte[], byte[]> client() {
        return producer;
    }

    @Override
    public void close() {
        producer.close();
    }
}
