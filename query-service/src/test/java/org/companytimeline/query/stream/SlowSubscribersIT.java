package org.companytimeline.query.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;

/// Subscribers that do not read, with a tail that holds far less than they miss.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SlowSubscribersIT.SmallTail.class)
class SlowSubscribersIT {

    private static final int MOST_CONNECTIONS = 5;
    private static final int EVENTS = 3_000;
    private static final int TAIL_BYTES = 100_000;

    /// Little memory, few connections, much patience.
    public static final class SmallTail implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "company-timeline.stream.connections",
                    Integer.toString(MOST_CONNECTIONS),
                    "company-timeline.stream.tail-bytes",
                    Integer.toString(TAIL_BYTES),
                    "company-timeline.stream.heartbeat",
                    "200ms",
                    "company-timeline.stream.stalled-after",
                    "5m");
        }
    }

    private final NaiveProjection log = NaiveProjection.ofAnotherLog();

    SlowSubscribersIT() throws SQLException {}

    @Test
    void one_that_does_not_read_costs_the_others_nothing_and_gets_everything_when_it_reads()
            throws Exception {
        try (StreamClient slow = StreamClient.open(StreamClient.SSE, "");
                StreamClient fast = StreamClient.open(StreamClient.SSE, "")) {
            slow.nextHeartbeat();
            fast.nextHeartbeat();
            List<String> fromFast = new ArrayList<>();
            for (int written = 0; written < EVENTS; written += 100) {
                writeLarge(100);
                for (int i = 0; i < 100; i++) {
                    fromFast.add(fast.nextEvent().event());
                }
            }

            List<String> fromSlow = new ArrayList<>();
            for (int i = 0; i < EVENTS; i++) {
                fromSlow.add(slow.nextEvent().event());
            }

            List<String> stored = StoredEvents.bodies();
            assertThat(stored.stream().mapToLong(String::length).sum())
                    .isGreaterThan(60L * TAIL_BYTES);
            assertThat(fromFast).containsExactlyInAnyOrderElementsOf(stored);
            assertThat(fromSlow).containsExactlyInAnyOrderElementsOf(stored);
        }
    }

    @Test
    void one_stream_more_than_may_be_open_is_answered_503_until_another_is_closed()
            throws Exception {
        List<StreamClient> streams = new ArrayList<>();
        for (int i = 0; i < MOST_CONNECTIONS; i++) {
            StreamClient stream = StreamClient.open(StreamClient.SSE, "");
            stream.nextHeartbeat();
            streams.add(stream);
        }

        given().accept(StreamClient.SSE)
                .get("/events")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5");
        given().get("/events").then().statusCode(200);

        for (StreamClient stream : streams) {
            stream.close();
        }
        awaitRoomFor(MOST_CONNECTIONS);
    }

    /// Waits until so many streams can be open at a time.
    private static void awaitRoomFor(int connections) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    List<StreamClient> streams = new ArrayList<>();
                    try {
                        for (int i = 0; i < connections; i++) {
                            StreamClient stream = StreamClient.open(StreamClient.SSE, "");
                            streams.add(stream);
                            if (stream.status() != 200) {
                                return false;
                            }
                        }
                        return true;
                    } finally {
                        for (StreamClient stream : streams) {
                            stream.close();
                        }
                    }
                });
    }

    private void writeLarge(int count) throws SQLException {
        log.recordAll(LargeEvents.said(count));
    }
}
