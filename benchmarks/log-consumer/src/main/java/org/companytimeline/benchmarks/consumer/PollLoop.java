package org.companytimeline.benchmarks.consumer;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/// Reads with a [KafkaConsumer] on a thread of its own.
@ApplicationScoped
class PollLoop {

    private final ConsumerSettings settings;
    private final Tally tally;
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private @Nullable Thread thread;

    PollLoop(ConsumerSettings settings, Tally tally) {
        this.settings = settings;
        this.tally = tally;
    }

    void start(@Observes StartupEvent event) {
        if (settings.way() == ConsumerSettings.Way.POLL_LOOP) {
            KafkaConsumer<byte[], byte[]> started = consumer();
            consumer = started;
            thread = Thread.ofPlatform().name("poll loop").start(() -> run(started));
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (consumer != null && thread != null) {
            consumer.wakeup();
            thread.join();
        }
    }

    private void run(KafkaConsumer<byte[], byte[]> consumer) {
        try (consumer) {
            consumer.subscribe(List.of(settings.topic()));
            while (true) {
                tally.see(consumer.poll(settings.pollTimeout()));
            }
        } catch (WakeupException stopped) {
            System.err.println("stopped after " + tally.bytes() + " bytes");
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG, settings.group(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxPollRecords()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
