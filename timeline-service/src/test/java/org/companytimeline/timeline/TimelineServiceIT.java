package org.companytimeline.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.companytimeline.event.Event;
import org.companytimeline.event.Position;
import org.companytimeline.local.Tokens;
import org.companytimeline.model.Fold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealParts.Resolver.class)
class TimelineServiceIT {

    private static final String PROBLEM = "application/problem+json";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Tokens tokens = Tokens.open(RealParts.directory());

    @Test
    void operators_see_where_the_projection_stands_and_what_was_rejected(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        try (TestLog log = parts.log().made();
                ServiceProcess service =
                        ServiceProcess.start(parts, log, readModel, tokens).awaitReady()) {
            Position stored = log.publish(Claims.launched("acme", "Rocket"));
            Position first = log.sendBytes("acme", "not an event");
            Position second = log.sendBytes("acme", "nor is this");
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            service.request()
                                    .auth()
                                    .oauth2(tokens.operator())
                                    .get("/projection")
                                    .then()
                                    .statusCode(200)
                                    .body("partitions", hasSize(TestLog.PARTITIONS))
                                    .body("totals.events", equalTo(1))
                                    .body("totals.rejected", equalTo(2))
                                    .body("totals.lag", equalTo(0))
                                    .body("partitions.foldVersion", hasItems(Fold.VERSION))
                                    .body(
                                            "partitions[%d].knownTime"
                                                    .formatted(stored.partition()),
                                            notNullValue()));

            var page =
                    service.request()
                            .auth()
                            .oauth2(tokens.operator())
                            .queryParam("limit", 1)
                            .get("/rejected-events");
            page.then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].position", equalTo(first.toString()))
                    .body("items[0].reason", equalTo("malformed"))
                    .body("items[0].key.text", equalTo("acme"))
                    .body("items[0].value.text", equalTo("not an event"))
                    .body("next", notNullValue());
            service.request()
                    .auth()
                    .oauth2(tokens.operator())
                    .queryParam("cursor", page.<String>path("next"))
                    .get("/rejected-events")
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].position", equalTo(second.toString()))
                    .body("next", nullValue());
            for (var rejected : List.of(first, second)) {
                service.request()
                        .auth()
                        .oauth2(tokens.operator())
                        .get("/rejected-events/" + rejected)
                        .then()
                        .statusCode(200)
                        .body("position", equalTo(rejected.toString()))
                        .body("reason", equalTo("malformed"));
            }
            service.request()
                    .auth()
                    .oauth2(tokens.operator())
                    .get("/rejected-events/" + stored)
                    .then()
                    .statusCode(404)
                    .contentType(PROBLEM);
            service.request()
                    .auth()
                    .oauth2(tokens.operator())
                    .get("/rejected-events/nowhere")
                    .then()
                    .statusCode(400)
                    .contentType(PROBLEM);
        }
    }

    @Test
    void strangers_get_problems(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        try (TestLog log = parts.log().made();
                ServiceProcess service =
                        ServiceProcess.start(parts, log, readModel, tokens).awaitReady()) {
            var operator = tokens.operator();

            service.request()
                    .get("/projection")
                    .then()
                    .statusCode(401)
                    .contentType(PROBLEM)
                    .header("WWW-Authenticate", containsString("Bearer"));
            service.request()
                    .auth()
                    .oauth2(operator + "x")
                    .get("/projection")
                    .then()
                    .statusCode(401)
                    .contentType(PROBLEM);
            service.request()
                    .auth()
                    .oauth2(tokens.publisher())
                    .get("/rejected-events")
                    .then()
                    .statusCode(403)
                    .contentType(PROBLEM);
            service.request().get("/nothing").then().statusCode(404).contentType(PROBLEM);
            service.request().get("/q/nothing").then().statusCode(404).contentType(PROBLEM);
            service.request()
                    .auth()
                    .oauth2(operator)
                    .post("/projection")
                    .then()
                    .statusCode(405)
                    .contentType(PROBLEM);
            service.request()
                    .auth()
                    .oauth2(operator)
                    .accept("text/csv")
                    .get("/projection")
                    .then()
                    .statusCode(406)
                    .contentType(PROBLEM);
            service.request()
                    .auth()
                    .oauth2(operator)
                    .queryParam("limit", "0")
                    .get("/rejected-events")
                    .then()
                    .statusCode(400)
                    .contentType(PROBLEM)
                    .body("errors[0].pointer", equalTo("/limit"));
            service.request()
                    .auth()
                    .oauth2(operator)
                    .queryParam("cursor", "%%%")
                    .get("/rejected-events")
                    .then()
                    .statusCode(400)
                    .contentType(PROBLEM)
                    .body("detail", not(containsString("Exception")));
        }
    }

    @Test
    void killed_in_mid_load_it_goes_on_and_every_event_counts_once(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            events.add(Claims.launched("company-" + i % 100, "Product " + i % 60));
        }
        try (TestLog log = parts.log().made()) {
            ServiceProcess killed =
                    ServiceProcess.start(parts, log, readModel, tokens).awaitReady();
            log.publish(events);
            await().atMost(PATIENCE).until(() -> readModel.count("event") > 100);

            killed.kill();
            try (ServiceProcess _ =
                    ServiceProcess.start(parts, log, readModel, tokens).awaitReady()) {
                await().atMost(PATIENCE).until(() -> readModel.count("event") >= 6_000);

                assertThat(readModel.query("select sum(event_count) from projection_partition"))
                        .containsExactly("6000");
                assertThat(readModel.query("select count(distinct id) from event"))
                        .containsExactly("6000");
            }
        }
    }

    @Test
    void a_compacted_topic_ends_it_with_one_line_and_an_exit_code(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        try (TestLog log = parts.log().made(3, Map.of("cleanup.policy", "compact"));
                ServiceProcess service = ServiceProcess.start(parts, log, readModel, tokens)) {
            int code = service.awaitExit();

            assertThat(code).isEqualTo(TimelineService.REFUSED);
            assertThat(service.output().lines().filter(line -> line.contains("FATAL")))
                    .singleElement()
                    .asString()
                    .contains("could lose events: cleanup.policy is compact and must be delete");
        }
    }

    @Test
    void a_topic_made_anew_under_it_ends_it(RealParts parts) {
        TestReadModel readModel = parts.readModel();
        try (TestLog log = parts.log().made();
                ServiceProcess service =
                        ServiceProcess.start(parts, log, readModel, tokens).awaitReady()) {
            log.delete();
            log.made();

            int code = service.awaitExit();

            assertThat(code).isEqualTo(TimelineService.REFUSED);
            assertThat(service.output()).contains("was made anew");
        }
    }
}
