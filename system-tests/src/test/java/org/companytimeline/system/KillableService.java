package org.companytimeline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// A packaged service that is killed and started again, at the same address. A stack of `./timeline
/// up` would end with it.
final class KillableService implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final URI address;
    private final Path log;
    private final ProcessBuilder command;
    private final Predicate<URI> isReady;
    private @Nullable Process process;

    /// One that does not run yet.
    ///
    /// @param log where it writes
    /// @param environment all of it, but for its port
    /// @param isReady asks the service at an address
    KillableService(
            URI address,
            Path log,
            List<String> command,
            Map<String, String> environment,
            Predicate<URI> isReady) {
        this.address = address;
        this.log = log;
        this.isReady = isReady;
        this.command =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        this.command.environment().clear();
        this.command.environment().putAll(environment);
        this.command.environment().put("QUARKUS_HTTP_PORT", String.valueOf(address.getPort()));
    }

    /// One more query-service on the read model of a stack, which runs it as its own, on a port of
    /// its own. Returns once it is ready.
    ///
    /// @param log where it writes
    static KillableService secondQuery(RunningStack stack, Path log) {
        ProcessHandle first = stack.part("query-service");
        KillableService second =
                new KillableService(
                        URI.create("http://127.0.0.1:" + RunningStack.freeBasePort()),
                        log,
                        ofProcess(first, "cmdline").toList(),
                        ofProcess(first, "environ")
                                .map(variable -> variable.split("=", 2))
                                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])),
                        stack::isReady);
        second.start();
        return second;
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
        return address;
    }

    /// Starts it and returns once it is ready.
    void start() {
        launch();
        awaitReady();
    }

    /// Starts it and returns at once.
    void launch() {
        try {
            process = command.start();
        } catch (IOException failure) {
            throw new UncheckedIOException("starting " + command.command(), failure);
        }
    }

    void awaitReady() {
        Awaitility.await(address + " to be ready")
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (process == null || !process.isAlive()) {
                        throw new IllegalStateException("a service has ended: see " + log);
                    }
                    return isReady.test(address);
                });
    }

    /// Ends it with SIGKILL, if it runs.
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
