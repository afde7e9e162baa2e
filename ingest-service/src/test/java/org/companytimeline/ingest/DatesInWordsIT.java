package org.companytimeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.companytimeline.local.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Log.class)
class DatesInWordsIT {

    private static final Map<String, String> RESOLVED =
            Map.of(
                    "edtf", "2024-11~/2024-12~",
                    "text", "à la fin de l'année dernière",
                    "anchor", "2025~",
                    "rule", "end-of-last-year@1");

    LogUnderTest log;
    Posts posts;

    @Test
    void the_log_holds_the_date_with_the_words_and_the_rule_that_gave_it() {
        ObjectNode event = inWords();

        Response response = posts.json(event);

        response.then().statusCode(201);
        byte[] data = log.recordsOf(Examples.companyOf(event)).getFirst().value();
        assertThat(Json.object(new String(data, UTF_8)).path("when"))
                .isEqualTo(
                        Json.object(
                                """
                                {"edtf": "2024-11~/2024-12~", "text": "à la fin de l'année dernière",
                                 "anchor": "2025~", "rule": "end-of-last-year@1"}
                                """));
    }

    @Test
    void a_dry_run_shows_what_becomes_of_words() {
        ObjectNode event = inWords();

        Response response = posts.json(event, "/events?dryRun=true");

        response.then().statusCode(200).body("when", equalTo(RESOLVED));
        assertThat(log.recordsOf(Examples.companyOf(event))).isEmpty();
    }

    @Test
    void a_dry_run_shows_no_date_that_was_given() {
        ObjectNode event = Examples.event().put("when", "2024");

        Response response = posts.json(event, "/events?dryRun=true");

        response.then().statusCode(200).body("when", nullValue());
    }

    @Test
    void a_dry_run_of_a_cloud_event_shows_it_too() {
        ObjectNode event = Examples.cloudEvent(inWords(), UUID.randomUUID(), Tokens.PUBLISHER);

        Response response = post("application/cloudevents+json", event.toString());

        response.then().statusCode(200).body("when", equalTo(RESOLVED));
    }

    @Test
    void a_dry_run_of_a_stream_shows_it_in_each_line() {
        String lines = inWords() + "\n" + inWords() + "\n";

        Response response = post("application/x-ndjson", lines);

        assertThat(response.asString().lines())
                .filteredOn(line -> line.contains("\"rule\":\"end-of-last-year@1\""))
                .hasSize(2);
    }

    @Test
    void a_retry_of_the_same_words_is_the_same_event() {
        ObjectNode event = inWords();
        String key = UUID.randomUUID().toString();
        Response first = post(event, key);

        Response second = post(event, key);

        second.then().statusCode(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(log.recordsOf(Examples.companyOf(event))).hasSize(1);
    }

    @Test
    void unknown_words_are_refused_with_the_nearest_known_ones() {
        ObjectNode event = inWords();
        ((ObjectNode) event.path("when")).put("text", "à la fin de l'anné dernière");

        Response response = posts.json(event);

        response.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/when/text"))
                .body("errors[0].allowed", hasItem("l'année dernière"));
    }

    @Test
    void words_in_a_cloud_event_are_refused_where_they_are() {
        ObjectNode words = inWords();
        ((ObjectNode) words.path("when")).remove("anchor");
        ObjectNode event = Examples.cloudEvent(words, UUID.randomUUID(), Tokens.PUBLISHER);

        Response response = post("application/cloudevents+json", event.toString());

        response.then().statusCode(422).body("errors[0].pointer", equalTo("/data/when/anchor"));
    }

    private static ObjectNode inWords() {
        ObjectNode event = Examples.event();
        event.putObject("when").put("text", "à la fin de l'année dernière").put("anchor", "2025~");
        return event;
    }

    private Response post(String type, String body) {
        return posts.publisher()
                .contentType(type + "; charset=utf-8")
                .body(body.getBytes(UTF_8))
                .post("/events?dryRun=true");
    }

    private Response post(ObjectNode event, String key) {
        return posts.publisher()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(event.toString())
                .post("/events");
    }
}
