package org.companytimeline.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Log.class)
class LogDownIT {

    /// What an answer may take: acknowledged-within, and what a busy machine adds.
    private static final Duration SOON = Duration.ofSeconds(3);

    LogUnderTest log;
    Posts posts;

    @Test
    void a_killed_broker_is_answered_with_503_and_forgotten_once_it_is_back() {
        ObjectNode event = Examples.event().put("id", UUID.randomUUID().toString());
        posts.json(Examples.event()).then().statusCode(201);

        log.kill();
        Response response;
        try {
            response = posts.json(event);
            await().atMost(Duration.ofSeconds(20)).until(() -> readiness() == 503);
        } finally {
            log.restart();
        }

        assertThat(response.time()).isLessThan(SOON.toMillis());
        response.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1");
        await().atMost(Duration.ofSeconds(30)).until(() -> readiness() == 200);
        RacingPosts.untilCreated(() -> posts.json(event)).then().statusCode(201);
        assertThat(log.idsOf(Examples.companyOf(event)))
                .isNotEmpty()
                .containsOnly(event.get("id").textValue());
    }

    @Test
    void a_broker_that_does_not_answer_leaves_the_outcome_unknown_and_binds_the_id() {
        ObjectNode event = Examples.event().put("id", UUID.randomUUID().toString());
        posts.json(Examples.event()).then().statusCode(201);

        log.freeze();
        Response response;
        Response other;
        try {
            response = posts.json(event);
            other = posts.json(event.deepCopy().put("note", "another"));
        } finally {
            log.thaw();
        }

        assertThat(response.time()).isLessThan(SOON.toMillis());
        response.then().statusCode(503).header("Retry-After", "1");
        assertThat(response.<String>path("detail")).contains(event.get("id").textValue());
        other.then().statusCode(422);
        RacingPosts.untilCreated(() -> posts.json(event)).then().statusCode(201);
    }

    private static int readiness() {
        return given().get("/q/health/ready").statusCode();
    }
}
