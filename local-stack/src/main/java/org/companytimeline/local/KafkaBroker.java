package org.companytimeline.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/// A real Kafka broker (one node, KRaft) in a JVM of its own, on the loopback interface, without
/// authentication.
///
/// Its data lies in a directory and survives restarts and kills. It does not outlive the JVM that
/// started it.
public final class KafkaBroker implements AutoCloseable {
    static final Duration START_LIMIT = Duration.ofMinutes(2);
    static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    /// One class of each jar that a broker needs to run.
    private static final String[] NEEDED_CLASSES = {
        "org.companytimeline.local.KafkaBrokerProcess",
        "kafka.server.KafkaRaftServer",
        "org.apache.kafka.clients.admin.Admin",
        "org.apache.kafka.metadata.storage.Formatter",
        "org.apache.kafka.raft.RaftClient",
        "org.apache.kafka.server.common.MetadataVersion",
        "org.apache.kafka.server.ClientMetricsManager",
        "org.apache.kafka.storage.internals.log.UnifiedLog",
        "org.apache.kafka.server.log.remote.storage.RemoteStorageManager",
        "org.apache.kafka.coordinator.group.GroupCoordinatorService",
        "org.apache.kafka.coordinator.group.api.assignor.PartitionAssignor",
        "org.apache.kafka.coordinator.common.runtime.CoordinatorRuntime",
        "org.apache.kafka.coordinator.share.ShareCoordinatorService",
        "org.apache.kafka.coordinator.transaction.TransactionLogConfig",
        "scala.collection.immutable.List",
        "scala.reflect.api.Universe",
        "com.typesafe.scalalogging.Logger",
        "com.yammer.metrics.core.MetricName",
        "com.fasterxml.jackson.databind.ObjectMapper",
        "com.fasterxml.jackson.core.JsonFactory",
        "com.fasterxml.jackson.annotation.JsonProperty",
        "com.fasterxml.jackson.datatype.jdk8.Jdk8Module",
        "com.github.benmanes.caffeine.cache.Caffeine",
        "com.google.re2j.Pattern",
        "com.dynatrace.hash4j.hashing.Hashing",
        "org.HdrHistogram.Histogram",
        "org.apache.commons.validator.routines.InetAddressValidator",
        "org.pcollections.HashTreePMap",
        "joptsimple.OptionParser",
        "net.sourceforge.argparse4j.ArgumentParsers",
        "com.github.luben.zstd.Zstd",
        "org.xerial.snappy.Snappy",
        "net.jpountz.lz4.LZ4Factory",
        "org.jose4j.jwt.JwtClaims",
        "org.slf4j.Logger",
        "org.apache.logging.log4j.LogManager",
        "org.apache.logging.log4j.core.LoggerContext",
    };

    private final ChildProcess process;
    private final int port;

    private KafkaBroker(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts a broker on `port` (0: a free one) with its data in `dir`, and waits at most 2
    /// minutes until clients can use it.
    ///
    /// The broker's log is `dir/broker.log`.
    ///
    /// @throws LocalStackException if `port` is taken or it did not start; nothing is left running
    ///   then
    public static KafkaBroker start(Path dir, int port) {
        var directory = PrivateFiles.directory(dir.toAbsolutePath());
        return start(
                directory, port, directory.resolve("broker.log"), StartedProcesses.notRecorded());
    }

    static KafkaBroker start(Path dir, int port, Path log, StartedProcesses started) {
        var data = PrivateFiles.directory(dir.toAbsolutePath()).resolve("data");
        var chosenPort = Ports.forServer("Kafka", port);
        var command =
                List.of(
                        ChildCommand.java(),
                        "-Xms64m",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dslf4j.provider=" + BrokerLogging.class.getName(),
                        "-Dslf4j.internal.verbosity=WARN",
                        "-cp",
                        ChildClassPath.of(NEEDED_CLASSES),
                        KafkaBrokerProcess.class.getName(),
                        data.toString(),
                        Integer.toString(chosenPort),
                        Integer.toString(Ports.free()));
        var process =
                ChildProcess.start(
                        new ChildCommand(
                                Part.KAFKA.title(), command, Map.of(), StopSignal.TERM, log),
                        started);
        var broker = new KafkaBroker(process, chosenPort);
        try {
            process.awaitReady(chosenPort, START_LIMIT, broker::describesCluster);
        } catch (RuntimeException e) {
            process.kill();
            throw e;
        }
        return broker;
    }

    /// What clients take as `bootstrap.servers`.
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    ChildProcess process() {
        return process;
    }

    /// Ends the broker with SIGKILL, as a crash would. Another [#start] on the same directory takes
    /// up its data.
    public void kill() {
        process.kill();
    }

    /// Stops the broker in order; after 20 s with SIGKILL. Does nothing if it has ended.
    @Override
    public void close() {
        process.stop(STOP_LIMIT);
    }

    /// Asks the broker for its cluster, once it listens. Takes 3 s at most.
    private boolean describesCluster() {
        if (!process.awaitPort(port)) {
            return false;
        }
        Map<String, Object> settings =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2000,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3000);
        try (var admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty()
                    && process.isAlive();
        } catch (ExecutionException | TimeoutException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while waiting for Kafka on port " + port, e);
        }
    }
}
