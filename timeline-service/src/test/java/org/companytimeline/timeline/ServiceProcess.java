package org.companytimeline.timeline;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.companytimeline.local.Tokens;

/// The packaged service as a process of its own, as it is run in production.
final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path output;
    private final int port;

    private ServiceProcess(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    static ServiceProcess start(
            RealParts parts, TestLog log, TestReadModel readModel, Tokens tokens) {
        try {
            int port = freePort();
            Path output = RealParts.directory().resolve("service.log");
            ProcessBuilder builder =
                    new ProcessBuilder(
                                    List.of(
                                            Path.of(System.getProperty("java.home"), "bin", "java")
                                                    .toString(),
                                            "-Xmx192m",
                                            "-XX:+UseSerialGC",
                                            // None lives long enough to pay for more.
                                            "-XX:TieredStopAtLevel=1",
                                            "-jar",
                                            "target/quarkus-app/quarkus-run.jar"))
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment()
                    .putAll(
                            Map.of(
                                    "QUARKUS_HTTP_PORT",
                                    String.valueOf(port),
                                    "KAFKA_BOOTSTRAP_SERVERS",
                                    parts.broker().bootstrapServers(),
                                    "COMPANY_TIMELINE_TOPIC",
                                    log.topic(),
                                    "COMPANY_TIMELINE_CONSUMER_GROUP",
                                    log.topic(),
                                    "COMPANY_TIMELINE_PARTITIONS",
                                    String.valueOf(TestLog.PARTITIONS),
                                    "QUARKUS_DATASOURCE_JDBC_URL",
                                    parts.database().jdbcUrl()
                                            + "?currentSchema="
                                            + readModel.schema()
                                            + ",public",
                                    "QUARKUS_DATASOURCE_USERNAME",
                                    parts.database().ownerUser(),
                                    "QUARKUS_DATASOURCE_PASSWORD",
                                    parts.database().ownerPassword(),
                                    "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                                    tokens.jwks().toString(),
                                    "MP_JWT_VERIFY_ISSUER",
                                    tokens.issuer()));
            return new ServiceProcess(builder.start(), output, port);
        } catch (IOException e) {
            throw new UncheckedIOException("starting the service", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    ServiceProcess awaitReady() {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> readiness() == 200);
        return this;
    }

    int readiness() {
        return request().get("/q/health/ready").statusCode();
    }

    RequestSpecification request() {
        return RestAssured.given().baseUri("http://127.0.0.1").port(port);
    }

    /// The exit code, once it has ended.
    int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the service went on: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the service's output", e);
        }
    }

    /// Ends it with SIGKILL.
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /// Asks it to end and waits until it has.
    @Override
    public void close() {
        process.destroy();
        awaitExit();
    }
}
