package org.companytimeline.query.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(ClosedStreamsIT.Closed.class)
class ClosedStreamsIT {

    /// Readers need a token.
    public static final class Closed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("company-timeline.reading.open", "false");
        }
    }

    private final NaiveProjection log = NaiveProjection.empty();

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
    void a_stream_ends_when_its_token_expires() throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        String token =
                TestDatabase.tokens()
                        .mint("urn:x", List.of("timelines:read"), Duration.ofSeconds(5));
        try (StreamClient stream =
                StreamClient.open(
                        StreamClient.SSE, "from=beginning", "Authorization: Bearer " + token)) {
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
