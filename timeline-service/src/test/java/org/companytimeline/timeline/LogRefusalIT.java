package org.companytimeline.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewPartitions;
import org.companytimeline.event.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RealParts.Resolver.class)
class LogRefusalIT {

    @ParameterizedTest
    @CsvSource({
        "cleanup.policy,compact",
        "cleanup.policy,'compact,delete'",
        "retention.ms,604800000",
        "retention.bytes,1000000",
        "message.timestamp.type,CreateTime"
    })
    void a_topic_whose_settings_could_lose_events_is_refused(
            String name, String value, RealParts parts) {
        TestReadModel readModel = parts.readModel();
        try (TestLog log = parts.log().made(3, Map.of(name, value));
                RunningProjection projection = RunningProjection.of(log, readModel)) {
            String line = projection.awaitRefusal();

            assertThat(line)
                    .contains("could lose events: " + name + " is ")
                    .contains(log.topic())
                    .doesNotContain("\n");
            assertThat(readModel.count("projection_partition")).isZero();
        }
    }

    @Test
    void a_topic_made_anew_while_the_service_was_down_is_refused(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        try (TestLog log = parts.log().made()) {
            log.publish(Claims.launched("acme", "Rocket"));
            RunningProjection.once(log, readModel);
            log.delete();
            log.made();

            try (RunningProjection projection = RunningProjection.of(log, readModel)) {
                assertThat(projection.awaitRefusal()).contains("was made anew");
            }
        }
    }

    @Test
    void a_topic_made_anew_while_it_is_read_stops_the_service_and_changes_nothing(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        try (TestLog log = parts.log().made();
                RunningProjection projection = RunningProjection.of(log, readModel)) {
            log.publish(Claims.launched("acme", "Rocket"));
            projection.awaitEnd();
            List<String> before = readModel.dump();
            log.delete();
            log.made();
            for (int i = 0; i < 20; i++) {
                log.publish(Claims.launched("acme", "Product " + i));
            }

            String line = projection.awaitRefusal();

            assertThat(line).containsAnyOf("was made anew", "made anew");
            readModel.assertHolds(before);
        }
    }

    @Test
    void a_topic_truncated_while_it_is_read_stops_the_service(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        try (TestLog log = parts.log().made();
                RunningProjection projection = RunningProjection.of(log, readModel)) {
            Position position = log.publish(Claims.launched("acme", "Rocket"));
            projection.awaitEnd();

            log.truncate(position.partition(), 1);

            assertThat(projection.awaitRefusal())
                    .contains("truncated")
                    .contains("partition " + position.partition());
        }
    }

    @Test
    void a_topic_that_ends_before_what_was_projected_is_refused(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        try (TestLog log = parts.log().made()) {
            Position position = log.publish(Claims.launched("acme", "Rocket"));
            RunningProjection.once(log, readModel);
            readModel.execute(
                    "update projection_partition set next_offset = 100 where partition = "
                            + position.partition());

            try (RunningProjection projection = RunningProjection.of(log, readModel)) {
                assertThat(projection.awaitRefusal()).contains("ends at offset 1");
            }
        }
    }

    @Test
    void another_number_of_partitions_is_refused(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        try (TestLog log = parts.log().made()) {
            RunningProjection.once(log, readModel);
            log.admin().createPartitions(Map.of(log.topic(), NewPartitions.increaseTo(5)));

            try (RunningProjection projection = RunningProjection.of(log, readModel)) {
                assertThat(projection.awaitRefusal())
                        .contains("has 5 partitions, but the read model was made from 3");
            }
        }
    }

    @Test
    void partitions_added_while_it_is_read_stop_the_service(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        try (TestLog log = parts.log().made();
                RunningProjection projection = RunningProjection.of(log, readModel)) {
            projection.awaitEnd();

            log.admin().createPartitions(Map.of(log.topic(), NewPartitions.increaseTo(5)));

            assertThat(projection.awaitRefusal())
                    .contains("Topic " + log.topic())
                    .contains("partitions")
                    .contains("Restore the former number");
        }
    }

    @Test
    void a_missing_reader_role_is_named(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        try (TestLog log = parts.log();
                RunningProjection projection =
                        RunningProjection.readBy("nobody_reads", log, readModel)) {
            assertThat(projection.awaitRefusal())
                    .contains("The database role nobody_reads does not exist");
        }
    }
}
