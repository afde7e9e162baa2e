package org.companytimeline.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// One of the three services in a JVM of its own, run as it was built.
final class ServiceProcess {
    static final Duration START_LIMIT = Duration.ofMinutes(3);
    static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(2);

    private final Part part;
    private final int port;
    private final ChildProcess process;

    private ServiceProcess(Part part, int port, ChildProcess process) {
        this.part = part;
        this.port = port;
        this.process = process;
    }

    /// Starts the service and returns at once.
    static ServiceProcess start(
            Part part,
            int port,
            Path repository,
            Map<String, String> environment,
            Path log,
            StartedProcesses started) {
        var jar = repository.resolve(part.title()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new LocalStackException(
                    "Could not start %s: %s is missing, build it first with mvn package"
                            .formatted(part.title(), jar));
        }
        Ports.forServer(part.title(), port);
        var command =
                List.of(
                        ChildCommand.java(),
                        "-Xms32m",
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-jar",
                        jar.toString());
        var child = new ChildCommand(part.title(), command, environment, StopSignal.TERM, log);
        return new ServiceProcess(part, port, ChildProcess.start(child, started));
    }

    /// Waits until the service says that it is ready, at most 3 minutes.
    void awaitReady() {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        var said = "nothing";
        try (var client = HttpClient.newBuilder().connectTimeout(REQUEST_LIMIT).build()) {
            while (System.nanoTime() < deadline) {
                if (process.awaitPort(port)) {
                    var answer = readiness(client);
                    if (answer.isReady()) {
                        return;
                    }
                    said = answer.said();
                }
                if (process.awaitExit(POLL_INTERVAL)) {
                    throw process.fault(
                            "%s ended with exit code %d while it started"
                                    .formatted(part.title(), process.exitCode()));
                }
            }
        }
        throw process.fault(
                "%s was not ready on port %d within %d s (its readiness says: %s)"
                        .formatted(part.title(), port, START_LIMIT.toSeconds(), said));
    }

    ChildProcess process() {
        return process;
    }

    private Readiness readiness(HttpClient client) {
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port)))
                        .timeout(REQUEST_LIMIT)
                        .build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Readiness(
                    response.statusCode() == 200, response.body().replaceAll("\\s+", " "));
        } catch (IOException e) {
            return new Readiness(false, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while waiting for " + part.title(), e);
        }
    }

    private record Readiness(boolean isReady, String said) {}
}
