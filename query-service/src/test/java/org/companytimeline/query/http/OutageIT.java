package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OutageIT {

    private final NaiveProjection log = NaiveProjection.empty();

    OutageIT() throws SQLException {}

    @Test
    void reads_are_answered_503_while_the_database_is_dead_and_recover_by_themselves()
            throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        readAtOnce(10, 200);

        TestDatabase.kill();
        readAtOnce(10, 503);
        given().get("/companies/pathway")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", Integer::parseInt, greaterThanOrEqualTo(1))
                .time(lessThan(4_000L));
        given().get("/q/health/ready").then().statusCode(503);
        given().get("/q/health/live").then().statusCode(200);
        TestDatabase.restart();

        readAtOnce(10, 200);
        NaiveProjection again = NaiveProjection.empty();
        RecordedEvent written = again.record(Said.founded("lago", "Lago", "2020"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        given().header("Timeline-Position", written.position().toString())
                                .get("/companies/lago")
                                .then()
                                .statusCode(200));
    }

    /// At once, so that every pooled connection is used.
    private static void readAtOnce(int count, int expected) throws Exception {
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> reads = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                reads.add(readers.submit(() -> given().get("/companies/pathway").statusCode()));
            }
            for (Future<Integer> read : reads) {
                assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo(expected);
            }
        }
    }
}
