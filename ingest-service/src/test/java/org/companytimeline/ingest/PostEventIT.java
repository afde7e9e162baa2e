package org.companytimeline.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
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

    LogUnderTest log;
    Tokens tokens;

    @Test
    void an_event_in_the_short_form_is_answered_with_the_place_it_has_in_the_log() {
        ObjectNode event = Examples.event();
        UUID id = UUID.randomUUID();
        event.put("id", id.toString());

        Response response =
                publisher().contentType("application/json").body(event.toString()).post("/events");

        response.then()
                .statusCode(201)
                .contentType("application/json")
                .header("Location", "https://timeline.example.org/events/" + id)
                .body("id", equalTo(id.toString()))
                .body(
                        "recordedAt",
                        matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
        ConsumerRecord<String, byte[]> record = only(log.recordsOf(Examples.companyOf(event)));
        assertThat(response.header("Timeline-Position"))
                .isEqualTo(record.partition() + ":" + record.offset());
        assertThat(Instant.parse(response.path("recordedAt")).toEpochMilli())
                .isEqualTo(record.timestamp());
        assertThat(header(record, "ce_id")).isEqualTo(id.toString());
        assertThat(header(record, "ce_type")).isEqualTo("org.companytimeline.relocated.v1");
        assertThat(header(record, "ce_source")).isEqualTo(Tokens.PUBLISHER);
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).startsWith("{");
    }

    private RequestSpecification publisher() {
        return given().auth().oauth2(tokens.publisher());
    }

    private static ConsumerRecord<String, byte[]> only(
            List<ConsumerRecord<String, byte[]>> records) {
        assertThat(records).hasSize(1);
        return records.getFirst();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
