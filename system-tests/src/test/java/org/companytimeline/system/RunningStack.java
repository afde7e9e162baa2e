package org.companytimeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/// The stack as a user runs it: the command `./timeline up` in a process of its own, on free ports.
final class RunningStack implements AutoCloseable {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final int FORK = Integer.getInteger("company-timeline.fork", 1);
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS_OF_A_FORK = 6_000;

    private final Path data;
    private final int basePort;
    private final Path output;
    private final Process up;
    private final StackClient client;

    private RunningStack(Path data, int basePort, Path output, Process up) {
        this.data = data;
        this.basePort = basePort;
        this.output = output;
        this.up = up;
        this.client = new StackClient(basePort, data.resolve("tokens"));
    }

    /// Starts the stack and returns once all three services say that they are ready.
    static RunningStack up(Path data, String... options) {
        return up(data, freeBasePort(), options);
    }

    static RunningStack up(Path data, int basePort, String... options) {
        RunningStack stack = start(data, basePort, options);
        try {
            stack.awaitReady();
            return stack;
        } catch (RuntimeException | Error notReady) {
            stack.close();
            throw notReady;
        }
    }

    /// Starts the command and returns at once.
    static RunningStack start(Path data, int basePort, String... options) {
        try {
            Path output = Files.createTempFile(data.toAbsolutePath().getParent(), "up", ".out");
            Process up =
                    command(
                                    "up",
                                    List.of(options),
                                    "--data",
                                    data.toString(),
                                    "--base-port",
                                    String.valueOf(basePort))
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            return new RunningStack(data, basePort, output, up);
        } catch (IOException failure) {
            throw new UncheckedIOException("starting ./timeline up", failure);
        }
    }

    /// The command line as a user would type it.
    static ProcessBuilder command(String verb, List<String> arguments, String... more) {
        List<String> line = new ArrayList<>();
        line.add(REPOSITORY.resolve("timeline").toString());
        line.add(verb);
        line.addAll(arguments);
        line.addAll(List.of(more));
        return new ProcessBuilder(line).directory(REPOSITORY.toFile());
    }

    /// Five free ports in a row, below the range from which the kernel lends ports to clients. The
    /// first of five ports that nothing listens on. Each of the JVMs that test at a time has ports
    /// of its own, so that none takes what another has just found free, or stopped.
    static int freeBasePort() {
        int first = FIRST_PORT + (FORK - 1) * PORTS_OF_A_FORK;
        return IntStream.generate(() ->
                        ThreadLocalRandom.current().nextInt(first, first + PORTS_OF_A_FORK - 5))
                .filter(base -> IntStream.range(base, base + 5).allMatch(RunningStack::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private void awaitReady() {
        Awaitility.await("the stack to be ready")
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .failFast(this::requireAlive)
                .until(() ->
                        client.isReady(query())
                                && client.isReady(ingest())
                                && client.isReady(timeline()));
    }

    private void requireAlive() {
        if (!up.isAlive()) {
            throw new IllegalStateException("./timeline up ended:\n" + printed());
        }
    }

    URI query() {
        return client.query();
    }

    URI ingest() {
        return client.ingest();
    }

    URI timeline() {
        return client.timeline();
    }

    int basePort() {
        return basePort;
    }

    Process process() {
        return up;
    }

    /// What the command printed so far.
    String printed() {
        try {
            return Files.readString(output);
        } catch (IOException failure) {
            throw new UncheckedIOException("reading what ./timeline up printed", failure);
        }
    }

    String publisherToken() {
        return client.token("publisher");
    }

    String operatorToken() {
        return client.token("operator");
    }

    /// Changes rows as the owner of the tables.
    void sql(String statement) throws SQLException {
        try (Connection owner = owner();
                Statement execution = owner.createStatement()) {
            execution.execute(statement);
        }
    }

    /// How many rows a query gives.
    int rows(String query) throws SQLException {
        try (Connection owner = owner();
                Statement execution = owner.createStatement();
                ResultSet rows = execution.executeQuery(query)) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    private Connection owner() throws SQLException {
        Path file = data.resolve("postgresql").resolve("passwords.properties");
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            passwords.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException("reading the passwords in " + file, failure);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + (basePort + 4) + "/timeline",
                "timeline_owner",
                passwords.getProperty("owner"));
    }

    /// The process of one of the parts, found by a word of its command line.
    ProcessHandle part(String word) {
        return up.descendants()
                .filter(part -> part.info().commandLine().orElse("").contains(word))
                .filter(ProcessHandle::isAlive)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no process with " + word));
    }

    boolean isReady(URI service) {
        return client.isReady(service);
    }

    HttpResponse<String> get(URI address, String... headers) {
        return client.get(address, headers);
    }

    /// The items of all pages of a list of query-service.
    List<JsonNode> all(String list) {
        return client.all(list);
    }

    /// Posts one event in the short form with the publisher's token.
    HttpResponse<String> post(String event, String... headers) {
        return client.post(event, headers);
    }

    /// Posts events, one a line, with the operator's token.
    HttpResponse<String> postLines(String events) {
        return client.postLines(events);
    }

    /// Waits until the command has ended by itself and gives its exit code.
    int awaitEnd(Duration limit) {
        try {
            if (!up.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("./timeline up still runs after " + limit);
            }
            return up.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ./timeline up ends", interrupted);
        }
    }

    /// Stops it as a user does, with SIGTERM, and makes sure that no part is left.
    @Override
    public void close() {
        List<ProcessHandle> parts = up.descendants().toList();
        up.destroy();
        try {
            awaitEnd(STOP_LIMIT);
        } finally {
            parts.forEach(ProcessHandle::destroyForcibly);
            up.destroyForcibly();
            client.close();
        }
    }
}
