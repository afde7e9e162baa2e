package org.companytimeline.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/// The program of a broker's own JVM: one node that is broker and controller.
///
/// Arguments: data directory, port, controller port. It ends on SIGTERM, and also when its standard
/// input ends, so that it never outlives the process that started it.
final class KafkaBrokerProcess {
    private static final int NODE_ID = 1;

    private KafkaBrokerProcess() {}

    public static void main(String[] arguments) {
        try {
            run(
                    Path.of(arguments[0]),
                    Integer.parseInt(arguments[1]),
                    Integer.parseInt(arguments[2]));
        } catch (Exception e) {
            e.printStackTrace();
            // Threads that started before the fault would keep the JVM alive, and an orderly
            // shutdown would wait for what never started.
            Runtime.getRuntime().halt(1);
        }
    }

    private static void run(Path dir, int port, int controllerPort) throws Exception {
        if (!Files.exists(dir.resolve("meta.properties"))) {
            format(dir.toString());
        }
        var server =
                new KafkaRaftServer(
                        new KafkaConfig(settings(dir.toString(), port, controllerPort)),
                        Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        Thread.ofPlatform().daemon().name("parent watch").start(KafkaBrokerProcess::endWithParent);
        server.startup();
        server.awaitShutdown();
    }

    private static void format(String dir) throws Exception {
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE_ID)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(dir)
                .addDirectory(dir)
                .run();
    }

    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("Standard input failed, the broker stops: " + e);
        }
        System.exit(0);
    }

    private static Properties settings(String dir, int port, int controllerPort) {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(port, controllerPort));
        settings.put("log.dirs", dir);
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // A broker that was killed is taken to be alive for this long: the default of 9 s delays
        // its restart.
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("broker.session.timeout.ms", "3000");
        // The default takes 128 MiB of the heap.
        settings.put("log.cleaner.dedupe.buffer.size", "16777216");
        return settings;
    }
}
