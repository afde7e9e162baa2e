package org.companytimeline.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.companytimeline.local.Tokens;

/// One of the services, as it was built, in a JVM of its own with at most 512 MiB of heap.
record Service(MeasuredProcess process, int port) implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofSeconds(90);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);

    /// How whoever measures a service wants it to run.
    ///
    /// @param settings its environment, beyond what it needs
    /// @param jvmOptions of its JVM
    record Options(Map<String, String> settings, List<String> jvmOptions) {}

    /// Starts it and waits until it is ready.
    ///
    /// @param settings its environment
    /// @param options what whoever measures wants beyond that
    static Service start(
            String module, Map<String, String> settings, Tokens tokens, Path dir, Options options)
            throws Exception {
        int port = freePort();
        Map<String, String> environment = new HashMap<>(settings);
        environment.putAll(options.settings());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", tokens.jwks().toUri().toString());
        environment.put("MP_JWT_VERIFY_ISSUER", tokens.issuer());
        List<String> arguments = new ArrayList<>(options.jvmOptions());
        arguments.addAll(
                List.of(
                        "-Xmx512m",
                        "-Dquarkus.log.console.stderr=true",
                        "-jar",
                        Path.of(module, "target/quarkus-app/quarkus-run.jar").toString()));
        MeasuredProcess process =
                MeasuredProcess.start(arguments, environment, dir.resolve(module + ".log"));
        Service service = new Service(process, port);
        try {
            service.awaitReady(module);
        } catch (Exception e) {
            service.close();
            throw e;
        }
        return service;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// The first of so many ports in a row that are free now.
    static int freePorts(int count) throws IOException {
        int first;
        do {
            first = freePort();
        } while (!areFree(first, count));
        return first;
    }

    private static boolean areFree(int first, int count) {
        for (int port = first; port < first + count; port++) {
            try (ServerSocket socket =
                    new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.setReuseAddress(true);
            } catch (IOException | IllegalArgumentException e) {
                return false;
            }
        }
        return true;
    }

    private void awaitReady(String module) throws InterruptedException, TimeoutException {
        HttpRequest question =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port)))
                        .build();
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        String said = "nothing";
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline && process.isAlive()) {
                try {
                    HttpResponse<String> answer =
                            client.send(question, HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() == 200) {
                        return;
                    }
                    said = answer.body();
                } catch (IOException e) {
                    said = e.toString();
                }
                Thread.sleep(BETWEEN_QUESTIONS);
            }
        }
        throw new TimeoutException(
                "%s was not ready within %s; alive: %s, it said %s"
                        .formatted(module, READY_LIMIT, process.isAlive(), said));
    }

    @Override
    public void close() {
        process.close();
    }
}
