package org.companytimeline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {
    private static final String TOPIC = "numbers";

    @TempDir Path dir;

    @Test
    void acknowledged_records_are_there_after_a_kill_and_a_restart_on_the_same_port()
            throws Exception {
        int port;
        try (var broker = KafkaBroker.start(dir, 0)) {
            port = broker.port();
            createTopic(broker);
            produce(broker, 1000);

            broker.kill();
        }

        try (var restarted = KafkaBroker.start(dir, port)) {
            assertThat(consume(restarted, 1000)).hasSize(1000).startsWith("0", "1").endsWith("999");
        }
    }

    @Test
    void compressed_records_are_taken_with_each_codec() throws Exception {
        try (var broker = KafkaBroker.start(dir, 0)) {
            createTopic(broker);

            for (var codec : List.of("gzip", "snappy", "lz4", "zstd")) {
                try (var producer = producer(broker, codec)) {
                    producer.send(new ProducerRecord<>(TOPIC, codec)).get();
                }
            }

            assertThat(consume(broker, 4)).containsExactly("gzip", "snappy", "lz4", "zstd");
        }
    }

    @Test
    void a_closed_broker_leaves_no_process_behind() {
        var broker = KafkaBroker.start(dir, 0);
        var pid = broker.pid();

        broker.close();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void a_taken_port_is_named_in_the_fault_and_nothing_is_left_running() throws Exception {
        var children = ProcessHandle.current().children().toList();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> KafkaBroker.start(dir, taken.getLocalPort()))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("port " + taken.getLocalPort());
        }

        assertThat(ProcessHandle.current().children())
                .containsExactlyInAnyOrderElementsOf(children);
    }

    private static void createTopic(KafkaBroker broker) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void produce(KafkaBroker broker, int count) throws Exception {
        try (var producer = producer(broker, "none")) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (int i = 0; i < count; i++) {
                sent.add(producer.send(new ProducerRecord<>(TOPIC, Integer.toString(i))));
            }
            for (var each : sent) {
                each.get();
            }
        }
    }

    private static KafkaProducer<String, String> producer(KafkaBroker broker, String codec) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "acks",
                        "all",
                        "compression.type",
                        codec),
                new StringSerializer(),
                new StringSerializer());
    }

    private static List<String> consume(KafkaBroker broker, int count) {
        var values = new ArrayList<String>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            var partition = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
