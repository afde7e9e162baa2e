package org.companytimeline.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.companytimeline.event.Event;
import org.companytimeline.local.KafkaBroker;
import org.companytimeline.local.PostgresDatabase;
import org.companytimeline.timeline.kafka.Projection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealParts.Resolver.class)
class FailuresIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final RunningProjection.Settings SMALL_BATCHES =
            new RunningProjection.Settings(2, 20, 1 << 20, 8 << 20);

    @Test
    void a_database_killed_in_mid_load_loses_nothing(RealParts parts) {
        Path dir = RealParts.directory();
        TestReadModel undisturbed = parts.readModel();
        List<Event> events = events(2_000);
        try (TestLog log = parts.log().made();
                PostgresDatabase database = PostgresDatabase.start(dir, 0)) {
            int port = database.port();
            TestReadModel readModel = TestReadModel.in(database, "killed");
            log.publish(events);
            try (RunningProjection projection =
                    RunningProjection.of(log, readModel, SMALL_BATCHES)) {
                await().atMost(PATIENCE).until(() -> counted(readModel) > 200);

                database.kill();
                await().atMost(PATIENCE)
                        .until(() -> projection.troubles().now().containsKey(Projection.DATABASE));
                try (PostgresDatabase _ = PostgresDatabase.start(dir, port)) {
                    projection.awaitEnd();
                    await().atMost(PATIENCE).until(() -> projection.troubles().now().isEmpty());

                    RunningProjection.once(log, undisturbed);
                    readModel.assertHolds(undisturbed.dump());
                    assertThat(readModel.count("event")).isEqualTo(2_000);
                }
            }
        }
    }

    @Test
    void a_broker_killed_in_mid_load_loses_nothing(RealParts parts) {
        Path dir = RealParts.directory();
        TestReadModel readModel = parts.readModel();
        List<Event> events = events(2_000);
        try (KafkaBroker broker = KafkaBroker.start(dir, 0);
                TestLog log = new TestLog(broker.bootstrapServers(), "killed").made()) {
            int port = broker.port();
            log.publish(events);
            try (RunningProjection projection =
                    RunningProjection.of(log, readModel, SMALL_BATCHES)) {
                await().atMost(PATIENCE).until(() -> counted(readModel) > 200);

                broker.kill();
                await().atMost(PATIENCE)
                        .until(() -> projection.troubles().now().containsKey(Projection.BROKER));
                try (KafkaBroker _ = KafkaBroker.start(dir, port)) {
                    log.publish(Claims.launched("acme", "Last"));
                    projection.awaitEnd();

                    assertThat(readModel.count("event")).isEqualTo(2_001);
                    assertThat(readModel.count("rejected_event")).isZero();
                    await().atMost(PATIENCE).until(() -> projection.troubles().now().isEmpty());
                }
            }
        }
    }

    private static long counted(TestReadModel readModel) {
        if (readModel.query("select to_regclass('projection_partition')").contains("null")) {
            return 0;
        }
        return Long.parseLong(
                readModel
                        .query("select coalesce(sum(event_count), 0) from projection_partition")
                        .getFirst());
    }

    private static List<Event> events(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(Claims.launched("company-" + i % 50, "Product " + i % 90));
        }
        return events;
    }
}
