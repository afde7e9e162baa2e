package org.companytimeline.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A process that this JVM started: its output goes to a bounded log file, its input stays open as
/// long as this JVM lives.
final class ChildProcess {
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final ChildCommand command;
    private final Process process;
    private final Thread pump;

    private ChildProcess(ChildCommand command, Process process, Thread pump) {
        this.command = command;
        this.process = process;
        this.pump = pump;
    }

    /// Starts `command` and tells `started` before anything waits for it.
    static ChildProcess start(ChildCommand command, StartedProcesses started) {
        try {
            var out = new RotatingLog(command.log());
            var builder = new ProcessBuilder(command.inOwnSession()).redirectErrorStream(true);
            builder.environment().putAll(command.environment());
            Process process;
            try {
                process = builder.start();
            } catch (IOException e) {
                out.close();
                throw e;
            }
            var pump =
                    // Not a virtual thread: a blocked read of a pipe holds its carrier, of which
                    // there are few.
                    Thread.ofPlatform()
                            .daemon()
                            .name("log of " + command.name())
                            .start(() -> copy(process.getInputStream(), out, command.log()));
            var child = new ChildProcess(command, process, pump);
            try {
                started.add(child);
            } catch (RuntimeException e) {
                child.kill();
                throw e;
            }
            return child;
        } catch (IOException e) {
            throw new LocalStackException("Could not start %s".formatted(command.name()), e);
        }
    }

    String name() {
        return command.name();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    StopSignal stopSignal() {
        return command.stopSignal();
    }

    long pid() {
        return process.pid();
    }

    Path log() {
        return command.log();
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

    /// Sends its stop signal, waits for at most `limit`, then kills. Does nothing if it has ended.
    void stop(Duration limit) {
        // Not Process.destroy: that closes the streams, and the last lines of the log were lost.
        command.stopSignal().send(process.toHandle());
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
            throw new LocalStackException(
                    "Interrupted while waiting for the end of " + command.name(), e);
        }
    }

    /// Waits until `ready`, which paces itself, says that the process serves its port.
    ///
    /// @throws LocalStackException if the process ends first or `limit` is over
    void awaitReady(int port, Duration limit, BooleanSupplier ready) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!isAlive()) {
                throw fault(
                        "%s ended with exit code %d while it started on port %d"
                                .formatted(name(), exitCode(), port));
            }
            if (System.nanoTime() > deadline) {
                throw fault(
                        "%s did not get ready on port %d within %d s"
                                .formatted(name(), port, limit.toSeconds()));
            }
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
                                command.log(),
                                LogTail.of(command.log())
                                        .map(tail -> " and ends:\n" + tail)
                                        .orElse("")));
    }

    private static void copy(InputStream from, RotatingLog out, Path log) {
        try (out;
                from) {
            from.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write the log " + log, e);
        }
    }
}
