package org.companytimeline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A measurement in a temporary folder, which is deleted with it.
///
/// A signal interrupts the measurement, so that it stops whatever it has started, and the process
/// ends once it has. The folder stays only where the measurement failed, for its logs.
final class TemporaryRun {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final Thread measuring = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean stopped;

    private TemporaryRun() {}

    /// What is done in the folder. It closes what it opens, also when it is interrupted.
    interface Measurement {
        void run(Path dir) throws Exception;
    }

    static void of(String name, Measurement measurement) throws Exception {
        TemporaryRun run = new TemporaryRun();
        Runtime.getRuntime().addShutdownHook(new Thread(run::stop, "stop the measurement"));
        try {
            run.measure(name, measurement);
        } finally {
            run.over.countDown();
        }
    }

    private void stop() {
        stopped = true;
        measuring.interrupt();
        try {
            if (!over.await(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                Progress.say("The measurement did not stop within " + STOP_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void measure(String name, Measurement measurement) throws Exception {
        Path dir = Files.createTempDirectory(name);
        Progress.say(
                "%d cores, %s, Java %s; data and logs in %s"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("os.name"),
                                Runtime.version(),
                                dir));
        try {
            measurement.run(dir);
        } catch (Exception e) {
            if (stopped) {
                delete(dir);
            }
            throw e;
        }
        delete(dir);
    }

    private static void delete(Path dir) throws IOException {
        try (Stream<Path> files = Files.walk(dir)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
