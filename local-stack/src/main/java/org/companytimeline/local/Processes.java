package org.companytimeline.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Operations on processes that this JVM need not have started itself.
final class Processes {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private Processes() {}

    /// Waits until `process` is gone; a fault if that takes longer than `limit`.
    static void awaitEnd(ProcessHandle process, Duration limit) {
        if (!endsWithin(process, limit)) {
            throw new LocalStackException(
                    "Process %d still runs %s after it was killed".formatted(process.pid(), limit));
        }
    }

    static boolean endsWithin(ProcessHandle process, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!hasEnded(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            awaitExit(process);
        }
        return true;
    }

    /// Whether the process has ended. One that has, but that its parent has not asked about yet (a
    /// zombie), runs no more: under a first process that never asks, as in many containers, it
    /// stays like that.
    static boolean hasEnded(ProcessHandle process) {
        return !process.isAlive() || isZombie(process.pid());
    }

    private static boolean isZombie(long pid) {
        try {
            var status =
                    Files.readString(
                            Path.of("/proc", Long.toString(pid), "stat"),
                            StandardCharsets.ISO_8859_1);
            // The state follows the program's name, which stands in parentheses and may hold some
            // itself.
            return status.startsWith("Z", status.lastIndexOf(')') + 2);
        } catch (IOException _) {
            return false;
        }
    }

    private static void awaitExit(ProcessHandle process) {
        try {
            process.onExit().get(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            // The caller looks again, until its own limit.
        } catch (ExecutionException e) {
            throw new LocalStackException(
                    "Could not wait for the end of process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException(
                    "Interrupted while waiting for the end of process " + process.pid(), e);
        }
    }

    /// Sends SIGINT, which Java itself cannot, if the process still runs.
    static void sendInterrupt(ProcessHandle process) {
        if (hasEnded(process)) {
            return;
        }
        try {
            var kill =
                    new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                            .redirectErrorStream(true)
                            .start();
            kill.getInputStream().readAllBytes();
            kill.waitFor();
        } catch (IOException e) {
            throw new LocalStackException("Could not send SIGINT to process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException(
                    "Interrupted while sending SIGINT to process " + process.pid(), e);
        }
    }
}
