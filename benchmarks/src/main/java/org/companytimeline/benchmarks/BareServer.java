package org.companytimeline.benchmarks;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// What bare parts allow: a Vert.x server that sends each body to Kafka as it is and answers 201
/// when it is acknowledged. It checks nothing and answers nothing else.
///
/// Arguments: port, Kafka's address, topic.
final class BareServer extends AbstractVerticle {

    private static final Pattern COMPANY = Pattern.compile("\"company\":\\{\"id\":\"([^\"]+)\"");

    private final int port;
    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;

    private BareServer(int port, String topic, KafkaProducer<byte[], byte[]> producer) {
        this.port = port;
        this.topic = topic;
        this.producer = producer;
    }

    @SuppressWarnings("SystemOut") // It says that it is ready.
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                arguments[1],
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.LINGER_MS_CONFIG,
                                0),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        List<?> partitions = producer.partitionsFor(arguments[2]);
        Vertx.vertx()
                .deployVerticle(
                        () -> new BareServer(port, arguments[2], producer),
                        new DeploymentOptions().setInstances(2))
                .onSuccess(_ -> System.out.println("ready for " + partitions.size()))
                .onFailure(e -> {
                    e.printStackTrace();
                    System.exit(1);
                });
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(port, "127.0.0.1")
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void handle(HttpServerRequest request) {
        Context context = vertx.getOrCreateContext();
        request.body()
                .onSuccess(body -> {
                    byte[] value = body.getBytes();
                    Matcher company =
                            COMPANY.matcher(new String(value, StandardCharsets.ISO_8859_1));
                    byte[] key =
                            company.find()
                                    ? company.group(1).getBytes(StandardCharsets.UTF_8)
                                    : null;
                    var _ =
                            producer.send(
                                    new ProducerRecord<>(topic, key, value),
                                    (_, e) ->
                                            context.runOnContext(_ ->
                                                    request.response()
                                                            .setStatusCode(e == null ? 201 : 503)
                                                            .end()));
                });
    }
}
