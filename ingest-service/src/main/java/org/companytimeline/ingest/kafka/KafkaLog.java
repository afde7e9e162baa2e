package org.companytimeline.ingest.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.companytimeline.ingest.IngestConfig;
import org.companytimeline.ingest.accept.EventLog;

/// Makes the log out of the settings: `kafka.*` for the connection, [IngestConfig] for the rest.
@ApplicationScoped
class KafkaLog {

    /// How long the calling thread, an event loop, may be held up. It is only where metadata were
    /// lost or the producer's buffer is full, both of which are prevented before.
    private static final Duration SEND_BLOCKS_MAX = Duration.ofMillis(100);

    /// Between two attempts to reach a broker that is down.
    private static final Duration RECONNECT_AFTER_MAX = Duration.ofMillis(200);

    /// How much larger than the bound on bytes in flight the producer's buffer is: batches are
    /// allocated whole.
    private static final int BUFFER_PER_IN_FLIGHT_BYTE = 2;

    @Produces
    @ApplicationScoped
    EventLog eventLog(
            IngestConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> connection) {
        KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        producerSettings(config.ingest(), connection),
                        new StringSerializer(),
                        new ByteArraySerializer());
        Admin admin = Admin.create(adminSettings(config.ingest(), connection));
        TopicWatch watch =
                new TopicWatch(
                        config.topic(), config.ingest().acknowledgedWithin(), admin, producer);
        watch.start(config.ingest().probeEvery());
        return new KafkaEventLog(config.topic(), producer, watch);
    }

    void close(@Disposes EventLog log) {
        if (log instanceof KafkaEventLog kafka) {
            kafka.close();
        }
    }

    static Map<String, Object> producerSettings(
            IngestConfig.Ingest config, Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        long acknowledgedWithin = config.acknowledgedWithin().toMillis();
        long linger = config.linger().toMillis();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, linger);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, SEND_BLOCKS_MAX.toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) acknowledgedWithin);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) (acknowledgedWithin - linger));
        settings.put(
                ProducerConfig.BATCH_SIZE_CONFIG,
                (int) config.producerBatchBytesMax().asLongValue());
        settings.put(
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                BUFFER_PER_IN_FLIGHT_BYTE * config.inFlightBytesMax().asLongValue()
                        + 64 * config.producerBatchBytesMax().asLongValue());
        settings.put(
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                (int) (2 * config.eventBytesMax().asLongValue()));
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, config.compression());
        settings.put(
                ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_AFTER_MAX.toMillis());
        return settings;
    }

    private static Map<String, Object> adminSettings(
            IngestConfig.Ingest config, Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        int within = (int) config.acknowledgedWithin().toMillis();
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, within);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, within);
        settings.put(
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_AFTER_MAX.toMillis());
        return settings;
    }
}
