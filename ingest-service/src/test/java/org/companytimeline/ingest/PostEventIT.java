package org.companytimeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.companytimeline.ingest.LogUnderTest.header;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.companytimeline.local.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Log.class)
class PostEventIT {

    private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    LogUnderTest log;
    Posts posts;

    @Test
    void an_event_in_the_short_form_is_answered_with_the_place_it_has_in_the_log() {
        UUID id = UUID.randomUUID();
        ObjectNode event = Examples.event().put("id", id.toString());

        Response response = posts.json(event);

        response.then()
                .statusCode(201)
                .contentType("application/json")
                .header("Location", "https://timeline.example.org/events/" + id)
                .body("id", equalTo(id.toString()))
                .body("recordedAt", matchesPattern(INSTANT));
        ConsumerRecord<String, byte[]> record = only(log.recordsOf(Examples.companyOf(event)));
        assertThat(response.header("Timeline-Position"))
                .isEqualTo(record.partition() + ":" + record.offset())
                .isEqualTo(response.path("position"));
        assertThat(Instant.parse(response.path("recordedAt")).toEpochMilli())
                .isEqualTo(record.timestamp());
        assertThat(header(record, "ce_id")).isEqualTo(id.toString());
        assertThat(header(record, "ce_type")).isEqualTo("org.companytimeline.relocated.v1");
        assertThat(header(record, "ce_source")).isEqualTo(Tokens.PUBLISHER);
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).startsWith("{");
    }

    @Test
    void an_event_without_an_id_gets_one_of_its_own_each_time() {
        ObjectNode event = Examples.event();

        String first = posts.json(event).then().statusCode(201).extract().path("id");
        String second = posts.json(event).then().statusCode(201).extract().path("id");

        assertThat(first).isNotEqualTo(second);
        assertThat(log.recordsOf(Examples.companyOf(event))).hasSize(2);
    }

    @Test
    void an_idempotency_key_names_the_event_the_same_way_for_ever() {
        ObjectNode event = Examples.event();

        Response response =
                posts.publisher()
                        .contentType("application/json")
                        .header("Idempotency-Key", "a key of 2025")
                        .body(event.toString())
                        .post("/events");

        response.then().statusCode(201).body("id", equalTo("96f2ce96-f421-52e3-863e-3c3d6d2f2e88"));
    }

    @Test
    void a_structured_cloudevent_is_taken() {
        UUID id = UUID.randomUUID();
        ObjectNode event = Examples.event();

        Response response =
                posts.publisher()
                        .contentType("application/cloudevents+json")
                        .body(Examples.cloudEvent(event, id, Tokens.PUBLISHER).toString())
                        .post("/events");

        response.then().statusCode(201).body("id", equalTo(id.toString()));
        ConsumerRecord<String, byte[]> record = only(log.recordsOf(Examples.companyOf(event)));
        assertThat(header(record, "ce_id")).isEqualTo(id.toString());
    }

    @Test
    void a_binary_cloudevent_is_taken() {
        UUID id = UUID.randomUUID();
        ObjectNode event = Examples.event();
        String company = Examples.companyOf(event);
        event.remove("type");

        Response response =
                posts.publisher()
                        .contentType("application/json")
                        .header("ce-specversion", "1.0")
                        .header("ce-id", id.toString())
                        .header("ce-source", Tokens.PUBLISHER)
                        .header("ce-type", "org.companytimeline.relocated.v1")
                        .header("ce-subject", company)
                        .body(event.toString())
                        .post("/events");

        response.then().statusCode(201).body("id", equalTo(id.toString()));
        assertThat(header(only(log.recordsOf(company)), "ce_id")).isEqualTo(id.toString());
    }

    @Test
    void a_batch_is_answered_with_an_entry_for_each_of_its_events() {
        ObjectNode good = Examples.event();
        ObjectNode bad = Examples.event();
        bad.remove("sources");
        ArrayNode batch = JsonNodeFactory.instance.arrayNode();
        batch.add(Examples.cloudEvent(good, UUID.randomUUID(), Tokens.PUBLISHER));
        batch.add(Examples.cloudEvent(bad, UUID.randomUUID(), Tokens.PUBLISHER));
        batch.add("no event");

        Response response =
                posts.publisher()
                        .contentType("application/cloudevents-batch+json")
                        .body(batch.toString())
                        .post("/events");

        response.then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items[0].status", equalTo(201))
                .body("items[1].status", equalTo(422))
                .body("items[1].problem.errors[0].pointer", equalTo("/data/sources"))
                .body("items[2].status", equalTo(422));
        assertThat(response.header("Timeline-Position"))
                .isEqualTo(response.path("items[0].position"));
        assertThat(log.recordsOf(Examples.companyOf(good))).hasSize(1);
        assertThat(log.recordsOf(Examples.companyOf(bad))).isEmpty();
    }

    @Test
    void a_stream_is_answered_line_by_line_and_then_with_the_positions_reached() {
        ObjectNode good = Examples.event();
        String lines = good + "\n\n{\"type\":\"relocated\"}\nno json\n" + good;

        String answer =
                posts.publisher()
                        .contentType("application/x-ndjson")
                        .body(lines)
                        .post("/events")
                        .then()
                        .statusCode(200)
                        .contentType("application/x-ndjson")
                        .extract()
                        .asString();

        List<ObjectNode> answers = Json.lines(answer);
        assertThat(answers).hasSize(5);
        assertThat(answers.subList(0, 4))
                .extracting(line -> line.get("line").intValue())
                .containsExactly(1, 3, 4, 5);
        assertThat(answers.subList(0, 4))
                .extracting(line -> line.get("status").intValue())
                .containsExactly(201, 422, 400, 201);
        assertThat(answers.get(1).at("/problem/errors/0/detail").textValue()).isNotBlank();
        assertThat(answers.getLast().get("timelinePosition"))
                .isEqualTo(answers.get(3).get("position"));
        assertThat(log.recordsOf(Examples.companyOf(good))).hasSize(2);
    }

    @Test
    void a_dry_run_writes_nothing() {
        ObjectNode event = Examples.event().put("id", UUID.randomUUID().toString());

        Response response = posts.json(event, "/events?dryRun=true");

        response.then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("id", equalTo(event.get("id").textValue()));
        assertThat(log.recordsOf(Examples.companyOf(event))).isEmpty();
    }

    @Test
    void an_operator_may_post_for_another_publisher() {
        ObjectNode event = Examples.event().put("publisher", "https://example.org/newsroom");

        Response response = posts.json(posts.operator(), event, "/events");

        response.then().statusCode(201);
        assertThat(header(only(log.recordsOf(Examples.companyOf(event))), "ce_source"))
                .isEqualTo("https://example.org/newsroom");
    }

    @Test
    void position_and_known_time_in_a_posted_event_are_ignored() {
        ObjectNode event =
                Examples.event()
                        .put("position", "0:1")
                        .put("recordedAt", "2001-01-01T00:00:00.000Z");

        Response response = posts.json(event);

        response.then().statusCode(201);
        assertThat(Instant.parse(response.path("recordedAt")))
                .isAfter(Instant.parse("2020-01-01T00:00:00Z"));
    }

    private static ConsumerRecord<String, byte[]> only(
            List<ConsumerRecord<String, byte[]>> records) {
        assertThat(records).hasSize(1);
        return records.getFirst();
    }
}
