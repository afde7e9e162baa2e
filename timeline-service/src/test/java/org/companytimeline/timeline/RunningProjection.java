package org.companytimeline.timeline;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.companytimeline.model.Fold;
import org.companytimeline.timeline.kafka.KafkaLog;
import org.companytimeline.timeline.kafka.LoopSettings;
import org.companytimeline.timeline.kafka.Projection;
import org.companytimeline.timeline.project.LogSnapshot;
import org.companytimeline.timeline.project.LogUnavailable;
import org.companytimeline.timeline.project.PartitionProgress;
import org.companytimeline.timeline.project.Projector;
import org.companytimeline.timeline.project.ReadModel;
import org.companytimeline.timeline.project.ReadModelUnavailable;
import org.companytimeline.timeline.project.Troubles;

/// A projection at work, without the service around it.
public final class RunningProjection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaLog log;
    private final ReadModel readModel;
    private final Projection projection;
    private final Troubles troubles = new Troubles();
    private final CompletableFuture<String> stopped = new CompletableFuture<>();

    private RunningProjection(
            TestLog log, TestReadModel tables, ReadModel readModel, Settings settings) {
        this.log = new KafkaLog(log.client(), log.topic(), Duration.ofSeconds(10));
        this.readModel = readModel;
        this.projection =
                new Projection(
                        this.log,
                        readModel,
                        settings.plan(log, tables),
                        troubles,
                        stopped::complete);
        Thread.ofPlatform().name("watch").start(projection);
    }

    /// What differs between tests.
    public record Settings(
            int loops,
            int batchRecordsMax,
            int batchBytesMax,
            long blockBytesMax,
            int blockCompaniesMax) {

        public static final Settings USUAL = new Settings(1, 500, 1 << 20, 8 << 20);

        public Settings(int loops, int batchRecordsMax, int batchBytesMax, long blockBytesMax) {
            this(loops, batchRecordsMax, batchBytesMax, blockBytesMax, 1000);
        }

        private Projection.Plan plan(TestLog log, TestReadModel tables) {
            return new Projection.Plan(
                    TestLog.PARTITIONS,
                    loops,
                    Duration.ofMillis(200),
                    new LoopSettings(
                            log.client(),
                            log.topic(),
                            log.topic() + "-to-" + tables.schema(),
                            TestLog.PARTITIONS,
                            "",
                            batchRecordsMax,
                            batchBytesMax,
                            Duration.ofSeconds(6),
                            Duration.ofMillis(50),
                            Duration.ofMillis(500)),
                    new Projector.Bounds(blockBytesMax, blockCompaniesMax, 1 << 20));
        }
    }

    public static RunningProjection of(TestLog log, TestReadModel readModel) {
        return of(log, readModel, Settings.USUAL);
    }

    public static RunningProjection of(TestLog log, TestReadModel readModel, Settings settings) {
        return new RunningProjection(log, readModel, readModel.open(), settings);
    }

    /// One that lets a role read that may not be there.
    public static RunningProjection readBy(String role, TestLog log, TestReadModel readModel) {
        return new RunningProjection(log, readModel, readModel.open(role), Settings.USUAL);
    }

    /// Projects a whole log and stops.
    public static void once(TestLog log, TestReadModel readModel) {
        once(log, readModel, Settings.USUAL);
    }

    public static void once(TestLog log, TestReadModel readModel, Settings settings) {
        try (RunningProjection projection = of(log, readModel, settings)) {
            projection.awaitEnd();
        }
    }

    /// Waits until everything is projected that is in the log now.
    public RunningProjection awaitEnd() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(this::isAtEnd);
        return this;
    }

    private boolean isAtEnd() {
        if (stopped.isDone()) {
            throw new IllegalStateException("stopped: " + stopped.join());
        }
        try {
            List<PartitionProgress> progress = readModel.progress();
            LogSnapshot snapshot = log.snapshot();
            return progress.size() == snapshot.partitions()
                    && progress.stream()
                            .allMatch(stored ->
                                    stored.foldVersion() == Fold.VERSION
                                            && stored.nextOffset()
                                                    == snapshot.ranges()
                                                            .get(stored.partition())
                                                            .end());
        } catch (LogUnavailable | ReadModelUnavailable e) {
            return false;
        }
    }

    public Troubles troubles() {
        return troubles;
    }

    /// Why it stopped the service; empty while it runs.
    public Optional<String> refusal() {
        return Optional.ofNullable(stopped.getNow(null));
    }

    /// Waits until it stops the service, and says why it did.
    public String awaitRefusal() {
        try {
            return stopped.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("it went on", e);
        }
    }

    @Override
    public void close() {
        projection.close();
        log.close();
    }
}
