package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.companytimeline.event.Position;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.companytimeline.query.view.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(ReadYourWritesIT.ShortWaits.class)
class ReadYourWritesIT {

    private static final int MOST_WAITING = 3;

    /// So long between polls that only a notification can wake in time.
    public static final class ShortWaits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "company-timeline.position.wait-at-most", "2s",
                    "company-timeline.position.waiting", Integer.toString(MOST_WAITING),
                    "company-timeline.position.poll", "30s");
        }
    }

    @Inject Progress progress;

    private final NaiveProjection log = NaiveProjection.empty();
    private final int partition = NaiveProjection.partitionOf("pathway");

    ReadYourWritesIT() throws SQLException {}

    @Test
    void a_read_waits_for_its_position_and_is_woken_by_the_notification() throws Exception {
        try (ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor()) {
            awaitFollowing();
            Position awaited = new Position(partition, 2);
            Future<Response> read = reader.submit(() -> read(awaited.toString()));
            log.record(Said.founded("pathway", "Pathway", "2020"));
            assertThat(read).isNotDone();

            log.record(Said.launched("pathway", "A product", "2024"));

            read.get(10, TimeUnit.SECONDS).then().statusCode(200).body("items.size()", equalTo(3));
        }
    }

    @Test
    void every_position_of_a_list_is_waited_for() throws Exception {
        awaitFollowing();
        int other = NaiveProjection.partitionOf("lago");
        log.record(Said.founded("pathway", "Pathway", "2020"));

        read(partition + ":1, " + other + ":0").then().statusCode(503);
        log.record(Said.founded("lago", "Lago", "2020"));
        read(partition + ":1, " + other + ":0").then().statusCode(200);
        given().header("Timeline-Position", partition + ":1")
                .header("Timeline-Position", other + ":0")
                .get("/events")
                .then()
                .statusCode(200);
    }

    @Test
    void a_position_that_is_not_applied_in_time_is_answered_503() throws Exception {
        awaitFollowing();

        read(partition + ":1000")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", Integer::parseInt, greaterThanOrEqualTo(1))
                .time(greaterThanOrEqualTo(1_900L))
                .time(lessThan(8_000L));
    }

    @Test
    void more_reads_than_may_wait_are_answered_503_at_once() throws Exception {
        awaitFollowing();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> reads = new ArrayList<>();
            for (int i = 0; i < MOST_WAITING + 2; i++) {
                reads.add(readers.submit(() -> read(partition + ":1000")));
            }
            List<String> details = new ArrayList<>();
            for (Future<Response> read : reads) {
                details.add(
                        read.get(20, TimeUnit.SECONDS)
                                .then()
                                .statusCode(503)
                                .extract()
                                .path("detail"));
            }

            assertThat(details.stream().filter(detail -> detail.startsWith("Too many reads")))
                    .hasSize(2);
        }
    }

    @Test
    void a_rejected_position_is_a_conflict_with_a_link() throws Exception {
        awaitFollowing();
        Position rejected = log.reject(partition, "id-conflict");

        read(rejected.toString())
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body(
                        "detail",
                        equalTo(
                                "The event at %s was rejected (id-conflict), so it is not on any timeline."
                                        .formatted(rejected)))
                .body(
                        "rejectedEvent",
                        equalTo("http://localhost:8082/rejected-events/" + rejected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1",
                "1:",
                ":1",
                "1:-1",
                "-1:1",
                "1:1,",
                "1:1 2:2",
                "1:99999999999999999999"
            })
    void a_position_that_cannot_be_is_answered_400(String position) {
        read(position)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/Timeline-Position"));
    }

    @Test
    void a_partition_that_the_log_does_not_have_is_answered_400_once_it_is_known()
            throws Exception {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> read("12:0").then().statusCode(400));
    }

    /// The first event of a new log is seen once the listener has read the table.
    private void awaitFollowing() throws Exception {
        Position first = log.record(Said.founded("pathway", "Pathway", "2020")).position();
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() ->
                        progress.await(List.of(first), Duration.ofMillis(50))
                                == Progress.Outcome.REACHED);
    }

    private static Response read(String position) {
        return given().header("Timeline-Position", position).get("/events");
    }
}
