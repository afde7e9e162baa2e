package org.companytimeline.benchmarks;

import java.util.HashMap;
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
        this(bootstrapServers, Map.of());
    }

    private BareProducer(String bootstrapServers, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /// One that waits for no others before it sends a record.
    static BareProducer withoutLinger(String bootstrapServers) {
        return new BareProducer(bootstrapServers, Map.of(ProducerConfig.LINGER_MS_CONFIG, 0));
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
