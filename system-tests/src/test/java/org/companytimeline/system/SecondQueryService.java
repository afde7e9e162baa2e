package org.companytimeline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// One more query-service on the read model of a stack, run as the stack runs its own, on a port of
/// its own. Unlike that one it may be killed and started again: a stack ends with any of its parts.
final class SecondQueryService implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    private final RunningStack stack;
    private final Path log;
    private final int port = RunningStack.freeBasePort();
    private final List<String> command;
    private final Map<String, String> environment;
    private @Nullable Process process;

    private SecondQueryService(RunningStack stack, Path log) {
        this.stack = stack;
        this.log = log;
        ProcessHandle first = stack.part("query-service");
        command = ofProcess(first, "cmdline").toList();
        environment =
                ofProcess(first, "environ")
                        .map(variable -> variable.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
    }

    /// Returns once it is ready.
    ///
    /// @param log where it writes
    static SecondQueryService up(RunningStack stack, Path log) {
        SecondQueryService service = new SecondQueryService(stack, log);
        service.start();
        return service;
    }

    private static Stream<String> ofProcess(ProcessHandle process, String file) {
        Path path = Path.of("/proc", String.valueOf(process.pid()), file);
        try {
            return Stream.of(Files.readString(path).split("\0"));
        } catch (IOException failure) {
            throw new UncheckedIOException("reading " + path, failure);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Starts it again, at the same address, and returns once it is ready.
    void start() {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException("starting query-service", failure);
        }
        Awaitility.await("a second query-service to be ready")
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .until(this::isReady);
    }

    private boolean isReady() {
        try {
            return stack.get(address().resolve("/q/health/ready")).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /// Ends it with SIGKILL.
    void kill() {
        Objects.requireNonNull(process, "it runs").destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }
}
