package org.companytimeline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process that this JVM started: its output goes to a bounded log file, its input stays open as
/// long as this JVM lives.
final class ChildProcess {
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final String name;
    private final Process process;
    private final Path log;
    private final Thread pump;

    private ChildProcess(String name, Process process, Path log, Thread pump) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.pump = pump;
    }

    /// Starts `command` with `environment` added to this JVM's own, and tells `started` before
    /// anything waits for it.
    static ChildProcess start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path log,
            StartedProcesses started) {
        try {
            var out = new RotatingLog(log);
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process;
            try {
                process = builder.start();
            } catch (IOException e) {
                out.close();
                throw e;
            }
            var pump =
                    Thread.ofVirtual()
                            .name("log of " + name)
                            .start(() -> {
                                try (out;
                                        var in = process.getInputStream()) {
                                    in.transferTo(out);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(
                                            "Could not write the log " + log, e);
                                }
                            });
            var child = new ChildProcess(name, process, log, pump);
            try {
                started.record(name, process.toHandle());
            } catch (RuntimeException e) {
                child.kill();
                throw e;
            }
            return child;
        } catch (IOException e) {
            throw new LocalStackException(
                    "Could not start %s with %s".formatted(name, command.getFirst()), e);
        }
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    Path log() {
        return log;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// The exit code; 128 + n after signal n. The process must have ended.
    int exitCode() {
        return process.exitValue();
    }

    CompletableFuture<ChildProcess> onExit() {
        return process.onExit().thenApply(_ -> this);
    }

    /// Sends SIGTERM, waits for at most `limit`, then kills.
    void stop(Duration limit) {
        // Not Process.destroy: that closes the streams, and the last lines of the log were lost.
        process.toHandle().destroy();
        if (!awaitExit(limit)) {
            kill();
        }
    }

    /// Sends SIGINT, waits for at most `limit`, then kills.
    void interrupt(Duration limit) {
        if (process.isAlive()) {
            Processes.sendInterrupt(process.toHandle());
        }
        if (!awaitExit(limit)) {
            kill();
        }
    }

    /// Sends SIGKILL to the process and all its descendants and waits until they are gone.
    void kill() {
        var all = Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (var each : all) {
            Processes.awaitEnd(each, KILL_LIMIT);
        }
        awaitExit(KILL_LIMIT);
    }

    boolean awaitExit(Duration limit) {
        try {
            var ended = process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (ended) {
                pump.join(KILL_LIMIT);
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while waiting for the end of " + name, e);
        }
    }

    /// Waits a moment: true if something listens on `port` of the loopback interface, false if not
    /// or if the process ended.
    boolean awaitPort(int port) {
        if (awaitExit(POLL_INTERVAL)) {
            return false;
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// A fault that says what the process was doing, and shows the end of its log.
    LocalStackException fault(String what) {
        return new LocalStackException(
                "%s; its log is %s%s"
                        .formatted(
                                what,
                                log,
                                LogTail.of(log).map(tail -> " and ends:\n" + tail).orElse("")));
    }
}
