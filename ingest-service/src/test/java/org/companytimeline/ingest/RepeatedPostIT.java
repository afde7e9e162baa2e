package org.companytimeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Log.class)
class RepeatedPostIT {

    LogUnderTest log;
    Posts posts;

    @Test
    void the_same_event_again_gets_the_same_answer_and_no_second_record() {
        ObjectNode event = Examples.event().put("id", UUID.randomUUID().toString());
        Response first = posts.json(event);

        Response second = posts.json(event);

        second.then().statusCode(201).header("Location", first.header("Location"));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(log.recordsOf(Examples.companyOf(event))).hasSize(1);
    }

    @Test
    void the_same_event_written_otherwise_is_still_the_same() {
        ObjectNode event = Examples.event().put("id", UUID.randomUUID().toString());
        Response first = posts.json(event);
        ObjectNode reordered = Json.object("{}");
        reordered.setAll(event);
        reordered.set("type", reordered.remove("type"));

        Response second =
                posts.publisher()
                        .contentType("application/json")
                        .body(reordered.toPrettyString())
                        .post("/events");

        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void the_same_idempotency_key_gets_the_same_answer_and_no_second_record() {
        ObjectNode event = Examples.event();
        String key = UUID.randomUUID().toString();
        Response first = post(event, key);

        Response second = post(event, key);

        second.then().statusCode(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(log.recordsOf(Examples.companyOf(event))).hasSize(1);
    }

    @Test
    void an_idempotency_key_with_another_event_is_refused() {
        ObjectNode event = Examples.event();
        String key = UUID.randomUUID().toString();
        post(event, key).then().statusCode(201);

        Response other = post(Examples.event(), key);

        other.then().statusCode(422).body("detail", containsString("Idempotency-Key " + key));
    }

    @Test
    void an_id_with_another_content_is_refused() {
        ObjectNode event = Examples.event().put("id", UUID.randomUUID().toString());
        posts.json(event).then().statusCode(201);

        Response other = posts.json(event.put("note", "another"));

        other.then().statusCode(422).body("id", equalTo(event.get("id").textValue()));
        assertThat(log.recordsOf(Examples.companyOf(event))).hasSize(1);
    }

    @Test
    void the_same_stream_again_with_its_key_writes_nothing_new() {
        ObjectNode event = Examples.event();
        String key = UUID.randomUUID().toString();
        String lines = event + "\n" + event + "\n";
        String first = stream(lines, key).asString();

        String second = stream(lines, key).asString();

        assertThat(second).isEqualTo(first);
        assertThat(log.recordsOf(Examples.companyOf(event))).hasSize(2);
    }

    @Test
    void a_thousand_racing_duplicates_make_one_record() {
        ObjectNode event = Examples.event().put("id", UUID.randomUUID().toString());

        RacingPosts race = RacingPosts.of(1_000, event, posts.publisherToken());

        // Which of the others meet the first in flight, and which come after it, is up to the race.
        assertThat(race.statuses().keySet()).isSubsetOf(201, 409).contains(201);
        assertThat(race.created()).hasSize(1);
        assertThat(log.recordsOf(Examples.companyOf(event))).hasSize(1);
    }

    @Test
    void while_the_first_is_in_flight_the_second_is_told_to_come_back() throws Exception {
        ObjectNode event = Examples.event().put("id", UUID.randomUUID().toString());
        posts.json(Examples.event()).then().statusCode(201);
        log.freeze();
        Thread first = Thread.ofVirtual().start(() -> posts.json(event));

        Response second;
        try {
            second = RacingPosts.untilInFlight(() -> posts.json(event));
        } finally {
            log.thaw();
        }

        first.join();
        second.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .header("Retry-After", "1");
        RacingPosts.untilCreated(() -> posts.json(event)).then().statusCode(201);
        assertThat(log.idsOf(Examples.companyOf(event))).containsOnly(event.get("id").textValue());
    }

    private Response post(ObjectNode event, String key) {
        return posts.json(posts.publisher().header("Idempotency-Key", key), event, "/events");
    }

    private Response stream(String lines, String key) {
        return posts.publisher()
                .header("Idempotency-Key", key)
                .contentType("application/x-ndjson")
                .body(lines)
                .post("/events");
    }
}
