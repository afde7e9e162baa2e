package org.companytimeline.local;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Operations on processes that this JVM need not have started itself.
final class Processes {
    private Processes() {}

    /// Waits until `process` is gone; a fault if that takes longer than `limit`.
    static void awaitEnd(ProcessHandle process, Duration limit) {
        if (!endsWithin(process, limit)) {
            throw new LocalStackException(
                    "Process %d still runs %s after it was killed".formatted(process.pid(), limit));
        }
    }

    static boolean endsWithin(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
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
        if (!process.isAlive()) {
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
