package org.companytimeline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallSteps.class)
class StreamOutageIT {

    private static final int HEARTBEATS_AWAY = 20;

    private final NaiveProjection log = NaiveProjection.ofAnotherLog();

    StreamOutageIT() throws SQLException {}

    @Test
    void streams_outlive_the_database_and_go_on_where_they_stood() throws Exception {
        RecordedEvent first = log.record(Said.founded("pathway", "Pathway", "2020"));
        try (StreamClient stream = StreamClient.open(StreamClient.SSE, "from=beginning")) {
            assertThat(id(stream.nextEvent())).isEqualTo(first.event().id().toString());
            String head = stream.nextHeartbeat().state().path("head").asText();

            TestDatabase.kill();
            for (int i = 0; i < HEARTBEATS_AWAY; i++) {
                StreamClient.Item heartbeat = stream.nextItem();
                assertThat(heartbeat.state().path("head").asText()).isEqualTo(head);
                assertThat(heartbeat.state().path("count").asLong()).isEqualTo(1);
            }
            TestDatabase.restart();
            writeUnnoticed();

            assertThat(id(stream.nextEvent())).isEqualTo("00000000-0000-4000-8000-000000000002");
        }
    }

    @Test
    void what_no_notification_told_is_found_by_polling() throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        try (StreamClient stream = StreamClient.open(StreamClient.NDJSON, "from=now")) {
            stream.nextHeartbeat();

            writeUnnoticed();

            assertThat(id(stream.nextEvent())).isEqualTo("00000000-0000-4000-8000-000000000002");
        }
    }

    @Test
    void a_projection_that_is_made_anew_repeats_nothing() throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        log.record(Said.founded("pathway", "Pathway", "2021"));
        try (StreamClient stream = StreamClient.open(StreamClient.SSE, "from=beginning")) {
            stream.nextEvent();
            stream.nextEvent();
            NaiveProjection anew = log.anew();
            anew.record(Said.founded("pathway", "Pathway", "2020"));
            anew.record(Said.founded("pathway", "Pathway", "2021"));

            RecordedEvent third = anew.record(Said.founded("pathway", "Pathway", "2022"));

            assertThat(id(stream.nextEvent())).isEqualTo(third.event().id().toString());
        }
    }

    @Test
    void a_stream_ends_when_the_read_model_holds_another_log() throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        try (StreamClient stream = StreamClient.open(StreamClient.SSE, "from=beginning")) {
            stream.nextEvent();
            NaiveProjection.empty("another-topic");

            StreamClient.Item last = stream.nextItem();
            for (var item = last; item != null; item = stream.next()) {
                last = item;
            }

            assertThat(last.isHeartbeat()).isTrue();
        }
    }

    /// Copies the one event that there is to the next offset, without a notification.
    private static void writeUnnoticed() throws SQLException {
        NaiveProjection.sql(
                "insert into event (partition, log_offset, company, id, type, known, recorded_at,"
                        + " content_hash, body) select partition, 1, company,"
                        + " '00000000-0000-4000-8000-000000000002', type, known, recorded_at,"
                        + " content_hash, convert_to(replace(convert_from(body, 'UTF8'), id::text,"
                        + " '00000000-0000-4000-8000-000000000002'), 'UTF8') from event");
        NaiveProjection.sql(
                "update projection_partition set next_offset = 2 where next_offset = 1");
    }

    private static String id(StreamClient.Item item) {
        return item.json().path("id").asText();
    }
}
