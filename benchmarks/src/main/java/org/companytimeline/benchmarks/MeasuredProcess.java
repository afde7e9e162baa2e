package org.companytimeline.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A JVM that is measured: its standard output is read line by line, its errors go to a file.
final class MeasuredProcess implements AutoCloseable {

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(1_000_000);

    private MeasuredProcess(Process process) {
        this.process = process;
    }

    static MeasuredProcess start(
            List<String> arguments, Map<String, String> environment, Path errors)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        builder.environment().putAll(environment);
        MeasuredProcess started = new MeasuredProcess(builder.start());
        Thread.ofVirtual().name("output of the measured process").start(started::readLines);
        return started;
    }

    /// The next line of its output that starts with `prefix`; others before it are dropped.
    String awaitLine(String prefix, Duration limit) throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            String line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new TimeoutException(
                        "no line \"%s…\" within %s; alive: %s"
                                .formatted(prefix, limit, process.isAlive()));
            }
            if (line.startsWith(prefix)) {
                return line;
            }
        }
    }

    /// Stops it in the middle of whatever it does, until [#resume].
    void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        OtherLoad.ended(process.toHandle());
        // Process.destroy would close the output while it is read.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void signal(String signal) throws IOException, InterruptedException {
        int exit =
                new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
        if (exit != 0) {
            throw new IOException(
                    "kill %s %d ended with %d".formatted(signal, process.pid(), exit));
        }
    }

    private void readLines() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read what the measured process prints", e);
        }
    }
}
