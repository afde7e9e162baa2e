package org.companytimeline.query.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.companytimeline.query.ClosedReading;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(ClosedReading.class)
class ClosedStreamsIT {

    private final NaiveProjection log = NaiveProjection.ofAnotherLog();

    ClosedStreamsIT() throws SQLException {}

    @Test
    void without_a_token_nothing_is_told() {
        given().accept(StreamClient.SSE)
                .get("/events")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void a_stream_that_ended_while_nobody_read_it_makes_room() throws Exception {
        log.recordAll(LargeEvents.said(3_000));
        try (StreamClient unread =
                StreamClient.open(StreamClient.NDJSON, "from=beginning", bearer(3))) {
            assertThat(unread.status()).isEqualTo(200);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> {
                        try (StreamClient next =
                                StreamClient.open(StreamClient.NDJSON, "", bearer(60))) {
                            assertThat(next.status()).isEqualTo(200);
                        }
                    });
        }
    }

    private static String bearer(int seconds) {
        return "Authorization: Bearer "
                + TestDatabase.tokens()
                        .mint("urn:x", List.of("timelines:read"), Duration.ofSeconds(seconds));
    }

    @Test
    void a_stream_ends_when_its_token_expires() throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        try (StreamClient stream =
                StreamClient.open(StreamClient.SSE, "from=beginning", bearer(5))) {
            assertThat(stream.nextEvent().event()).isEqualTo(StoredEvents.bodies().getFirst());

            StreamClient.Item last = stream.nextItem();
            for (var item = last; item != null; item = stream.next()) {
                last = item;
            }

            assertThat(last.isHeartbeat()).isTrue();
            assertThat(stream.header("Vary")).isEqualTo("Accept, Authorization");
        }
    }
}
