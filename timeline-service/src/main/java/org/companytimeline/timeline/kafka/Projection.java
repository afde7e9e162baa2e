package org.companytimeline.timeline.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.companytimeline.model.Fold;
import org.companytimeline.timeline.project.Log;
import org.companytimeline.timeline.project.LogCheck;
import org.companytimeline.timeline.project.LogSnapshot;
import org.companytimeline.timeline.project.LogUnavailable;
import org.companytimeline.timeline.project.PartitionProgress;
import org.companytimeline.timeline.project.Projector;
import org.companytimeline.timeline.project.ReadModel;
import org.companytimeline.timeline.project.ReadModelUnavailable;
import org.companytimeline.timeline.project.ServiceStop;
import org.companytimeline.timeline.project.Troubles;
import org.jboss.logging.Logger;

/// The whole projection: makes sure of the log, starts the loops that project it, and watches that
/// it stays the log that it was.
///
/// It waits for Kafka and the read model as long as it takes, at the start and later; it stops the
/// service where the log can't be trusted.
public final class Projection implements Runnable, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Projection.class);

    /// The names of the parts in [Troubles], beside those of the loops.
    public static final String BROKER = "broker";

    public static final String DATABASE = "database";
    public static final String STARTING = "starting";

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final Log log;
    private final ReadModel readModel;
    private final Plan plan;
    private final Troubles troubles;
    private final ServiceStop stop;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<ProjectionLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    /// How it is run.
    ///
    /// @param partitionsOfNewTopic how many a topic gets that is missing
    /// @param loops how many threads project
    /// @param watchInterval how often the log is looked at
    public record Plan(
            int partitionsOfNewTopic,
            int loops,
            Duration watchInterval,
            LoopSettings loop,
            Projector.Bounds bounds) {}

    public Projection(
            Log log, ReadModel readModel, Plan plan, Troubles troubles, ServiceStop stop) {
        this.log = log;
        this.readModel = readModel;
        this.plan = plan;
        this.troubles = troubles;
        this.stop = stop;
        troubles.begin(STARTING, "the log has not been looked at yet");
    }

    /// Starts and watches until it is closed or the log is refused.
    @Override
    public void run() {
        try {
            while (!closed.await(0, TimeUnit.MILLISECONDS)) {
                Optional<String> refusal = look();
                if (refusal.isPresent()) {
                    troubles.begin(STARTING, refusal.get());
                    stop.because(refusal.get());
                    return;
                }
                if (closed.await(plan.watchInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failure) {
            LOG.error("The watch over the log failed", failure);
            stop.because("The watch over the log failed: " + failure);
        }
    }

    private Optional<String> look() {
        try {
            if (loops.isEmpty()) {
                Optional<String> refusal = readModel.prepare();
                if (refusal.isPresent()) {
                    return refusal;
                }
                log.makeIfMissing(plan.partitionsOfNewTopic());
            }
            // First the read model, then the log: the end of the log can only have grown since.
            List<PartitionProgress> progress = readModel.progress();
            troubles.end(DATABASE);
            LogSnapshot snapshot = log.snapshot();
            troubles.end(BROKER);
            Optional<String> refusal = LogCheck.refusal(snapshot, progress);
            if (refusal.isEmpty() && loops.isEmpty()) {
                readModel.register(snapshot.identity(), snapshot.partitions(), Fold.VERSION);
                start(snapshot);
            }
            return refusal;
        } catch (LogUnavailable unavailable) {
            note(BROKER, unavailable);
        } catch (ReadModelUnavailable unavailable) {
            note(DATABASE, unavailable);
        }
        return Optional.empty();
    }

    private void note(String part, Exception unavailable) {
        String trouble = String.valueOf(unavailable.getMessage());
        if (troubles.begin(part, trouble)) {
            LOG.warnf("The %s is in trouble: %s", part, trouble);
        }
    }

    private void start(LogSnapshot snapshot) {
        Projector projector = new Projector(readModel, plan.bounds());
        for (int i = 0; i < Math.min(plan.loops(), snapshot.partitions()); i++) {
            String name = "projector-" + i;
            ProjectionLoop loop =
                    new ProjectionLoop(
                            name,
                            plan.loop().of(snapshot),
                            log,
                            readModel,
                            projector,
                            troubles,
                            stop);
            loops.add(loop);
            threads.add(Thread.ofPlatform().name(name).start(loop));
        }
        troubles.end(STARTING);
    }

    /// Stops reading, finishes the batches at work and leaves the consumer group.
    @Override
    public void close() {
        closed.countDown();
        loops.forEach(ProjectionLoop::close);
        for (Thread thread : threads) {
            try {
                if (!thread.join(CLOSE_TIMEOUT)) {
                    LOG.warnf("%s did not end in %s", thread.getName(), CLOSE_TIMEOUT);
                }
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
