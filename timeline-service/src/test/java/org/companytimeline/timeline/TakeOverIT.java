package org.companytimeline.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.Position;
import org.companytimeline.model.Fold;
import org.companytimeline.timeline.kafka.KafkaLog;
import org.companytimeline.timeline.postgres.PostgresReadModel;
import org.companytimeline.timeline.project.Batch;
import org.companytimeline.timeline.project.Bytes;
import org.companytimeline.timeline.project.LogIdentity;
import org.companytimeline.timeline.project.LogRecord;
import org.companytimeline.timeline.project.LogUnavailable;
import org.companytimeline.timeline.project.LogUnconfirmed;
import org.companytimeline.timeline.project.Ownership;
import org.companytimeline.timeline.project.Projector;
import org.companytimeline.timeline.project.Slice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealParts.Resolver.class)
class TakeOverIT {

    private static final Projector.Bounds BOUNDS = new Projector.Bounds(1 << 20, 1000, 1 << 20);

    @Test
    void a_projector_that_lost_its_partition_changes_nothing(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        PostgresReadModel tables = prepared(readModel);
        Projector projector = new Projector(tables, BOUNDS);
        Ownership zombie = tables.takeOver(0, Fold.VERSION);
        Ownership owner = tables.takeOver(0, Fold.VERSION);
        List<String> before = readModel.dump();

        Set<Integer> fenced = projector.project(batch(zombie, "Zombie"), () -> {});

        assertThat(fenced).containsExactly(0);
        readModel.assertHolds(before);
        assertThat(projector.project(batch(owner, "Owner"), () -> {})).isEmpty();
        assertThat(readModel.count("fact")).isEqualTo(1);
    }

    @Test
    void the_partitions_that_were_not_lost_go_on(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        PostgresReadModel tables = prepared(readModel);
        Projector projector = new Projector(tables, BOUNDS);
        Ownership lost = tables.takeOver(0, Fold.VERSION);
        Ownership kept = tables.takeOver(1, Fold.VERSION);
        Ownership _ = tables.takeOver(0, Fold.VERSION);
        Batch both =
                new Batch(
                        List.of(
                                batch(lost, "Lost").slices().getFirst(),
                                batch(kept, "Kept").slices().getFirst()));

        Set<Integer> fenced = projector.project(both, () -> {});

        assertThat(fenced).containsExactly(0);
        assertThat(readModel.query("select partition::text from event")).containsExactly("1");
    }

    @Test
    void records_of_a_topic_that_was_made_anew_since_change_nothing_and_are_not_rejected(
            RealParts parts) throws LogUnavailable {
        TestReadModel readModel = parts.readModel();
        PostgresReadModel tables = prepared(readModel);
        Projector projector = new Projector(tables, BOUNDS);
        try (TestLog log = parts.log().made();
                KafkaLog administered =
                        new KafkaLog(log.client(), log.topic(), Duration.ofSeconds(10))) {
            String topicId = administered.snapshot().identity().topicId();
            Ownership owner = tables.takeOver(0, Fold.VERSION);
            List<String> before = readModel.dump();
            log.delete();
            log.made();
            administered.makeIfMissing(TestLog.PARTITIONS);

            assertThatThrownBy(() ->
                            projector.project(batch(owner, "Anew"), administered.asking(topicId)))
                    .isInstanceOf(LogUnconfirmed.class);

            readModel.assertHolds(before);
        }
    }

    @Test
    void rows_folded_by_another_version_are_removed_and_folded_anew(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        try (TestLog log = parts.log().made()) {
            log.publish(events(50));
            RunningProjection.once(log, readModel);
            List<String> before = readModel.dump();
            readModel.execute(
                    "update projection_partition set fold_version = 0;"
                            + " update fact set body = 'of an old version'");

            RunningProjection.once(log, readModel);

            readModel.assertHolds(before);
            assertThat(
                            readModel.query(
                                    "select partition::text from projection_partition"
                                            + " where serve_from <> next_offset"))
                    .isEmpty();
        }
    }

    @Test
    void instances_share_the_partitions_and_lose_nothing_when_one_leaves(RealParts parts) {
        TestReadModel shared = parts.readModel();
        TestReadModel alone = parts.readModel();
        List<Event> events = events(300);
        try (TestLog log = parts.log().made()) {
            RunningProjection first = RunningProjection.of(log, shared);
            first.awaitEnd();
            try (RunningProjection second = RunningProjection.of(log, shared)) {
                log.publish(events.subList(0, 100));
                second.awaitEnd();
                await().atMost(Duration.ofSeconds(30)).until(() -> epochs(shared) > 3);
                log.publish(events.subList(100, 200));
                first.close();
                log.publish(events.subList(200, 300));
                second.awaitEnd();
            }
            RunningProjection.once(log, alone);
        }

        shared.assertHolds(alone.dump());
        assertThat(shared.count("event")).isEqualTo(300);
    }

    private static long epochs(TestReadModel readModel) {
        return Long.parseLong(
                readModel.query("select sum(epoch) from projection_partition").getFirst());
    }

    private static List<Event> events(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(Claims.launched("company-" + i % 11, "Product " + i % 40));
        }
        return events;
    }

    private static PostgresReadModel prepared(TestReadModel readModel) {
        PostgresReadModel tables = readModel.open();
        assertThat(tables.prepare()).isEmpty();
        tables.register(new LogIdentity("cluster", "topic"), 2, Fold.VERSION);
        return tables;
    }

    private static Batch batch(Ownership ownership, String product) {
        LogRecord log =
                new LogRecord(
                        new Position(ownership.partition(), ownership.nextOffset()),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Bytes.of(new byte[] {'a'}),
                        List.of(),
                        Bytes.of(new byte[0]),
                        ownership.partition(),
                        new LogRecord.Message.Enveloped(
                                EventCodec.encode(Claims.launched("a", product))));
        return new Batch(
                List.of(
                        new Slice(
                                ownership.partition(),
                                ownership.epoch(),
                                ownership.nextOffset(),
                                ownership.nextOffset() + 1,
                                ownership.knownTime(),
                                List.of(log))));
    }
}
