package org.companytimeline.timeline;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.companytimeline.timeline.kafka.KafkaLog;
import org.companytimeline.timeline.kafka.LoopSettings;
import org.companytimeline.timeline.kafka.Projection;
import org.companytimeline.timeline.postgres.PostgresReadModel;
import org.companytimeline.timeline.postgres.Schema;
import org.companytimeline.timeline.project.OperatedProjection;
import org.companytimeline.timeline.project.Projector;
import org.companytimeline.timeline.project.Troubles;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/// The service: puts its parts together, starts them behind its HTTP port, and stops them in order.
@ApplicationScoped
class TimelineService {

    /// The exit code after the log or the schema was refused.
    static final int REFUSED = 3;

    private static final Logger LOG = Logger.getLogger(TimelineService.class);

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Troubles troubles = new Troubles();
    private final KafkaLog log;
    private final Projection projection;
    private final OperatedProjection operated;

    TimelineService(
            TimelineConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            DataSource dataSource,
            Flyway flyway) {
        PostgresReadModel readModel =
                new PostgresReadModel(
                        dataSource,
                        new Schema(dataSource, flyway, config.readerRole()),
                        config.takeOverTimeout());
        this.log = new KafkaLog(kafka, config.topic(), config.adminTimeout());
        this.projection = new Projection(log, readModel, plan(config, kafka), troubles, this::stop);
        this.operated =
                new OperatedProjection(log, readModel, config.rejectedPageBytesMax().asLongValue());
    }

    private static Projection.Plan plan(TimelineConfig config, Map<String, Object> kafka) {
        return new Projection.Plan(
                config.partitions(),
                config.projectorThreads(),
                config.watchInterval(),
                new LoopSettings(
                        kafka,
                        config.topic(),
                        config.consumerGroup(),
                        config.partitions(),
                        "",
                        config.batchRecordsMax(),
                        Math.toIntExact(config.batchBytesMax().asLongValue()),
                        config.sessionTimeout(),
                        config.retryDelayMin(),
                        config.retryDelayMax()),
                new Projector.Bounds(
                        config.blockBytesMax().asLongValue(),
                        config.blockCompaniesMax(),
                        config.factBytesMax().asLongValue()));
    }

    void start(@Observes StartupEvent started) {
        Thread.ofPlatform().name("watch").start(projection);
    }

    void end(@Observes ShutdownEvent ended) {
        projection.close();
        log.close();
    }

    private void stop(String line) {
        if (stopping.compareAndSet(false, true)) {
            LOG.fatal(line);
            Quarkus.asyncExit(REFUSED);
        }
    }

    @Produces
    Troubles troubles() {
        return troubles;
    }

    @Produces
    OperatedProjection operated() {
        return operated;
    }
}
