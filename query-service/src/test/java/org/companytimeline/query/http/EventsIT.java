package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.companytimeline.event.Decoded;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EventsIT {

    private final NaiveProjection log = NaiveProjection.empty();

    EventsIT() throws SQLException {}

    @Test
    void events_come_in_recorded_order_as_they_are_stored() throws Exception {
        RecordedEvent first = log.record(Said.founded("pathway", "Pathway", "2020"));
        RecordedEvent second = log.record(Said.founded("pathway", "Pathway", "2020"));
        RecordedEvent third = log.record(Said.founded("lago", "Lago", "2020"));

        String body = given().get("/events").then().statusCode(200).extract().asString();

        assertThat(body)
                .isEqualTo(
                        "{\"items\":["
                                + String.join(",", json(first), json(second), json(third))
                                + "]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?order=desc",
                "?type=launched",
                "?company=c-1&company=c-2&company=partner",
                "?company=partner&type=partnered&order=desc",
                "?type=launched&type=partnered&order=desc",
            })
    void pages_show_what_the_first_one_did_while_events_are_recorded(String question)
            throws Exception {
        log.lag(NaiveProjection.partitionOf("c-1"));
        log.lag(NaiveProjection.partitionOf("c-2"));
        for (int i = 0; i < 6; i++) {
            recordSome(i);
        }
        List<String> before =
                given().get("/events" + question).then().statusCode(200).extract().path("items.id");

        List<String> seen =
                ListPages.all(
                        "/events" + question, Map.of("limit", 2), "items.id", this::recordSome);

        assertThat(seen).isEqualTo(before).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "company=pathway, 2",
        "company=ibm, 1",
        "company=pathway&company=ibm, 2",
        "company=nobody, 0",
        "type=founded, 2",
        "type=org.example.unknown.v3, 0",
        "company=pathway&type=partnered, 1",
    })
    void filters_choose_events_by_company_and_type(String filter, int count) throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        log.record(Said.partnered("pathway", "ibm", "IBM", "2024"));
        log.record(Said.founded("lago", "Lago", "2020"));

        given().get("/events?" + filter)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(count));
    }

    @Test
    void one_event_is_given_as_it_is_stored() throws Exception {
        UUID id = UUID.randomUUID();
        RecordedEvent recorded = log.record(id, Said.founded("pathway", "Pathway", "2020"));

        String body = given().get("/events/" + id).then().statusCode(200).extract().asString();

        assertThat(body).isEqualTo(json(recorded));
    }

    @Test
    void an_id_that_two_companies_use_needs_the_company() throws Exception {
        UUID id = UUID.randomUUID();
        log.record(id, Said.founded("pathway", "Pathway", "2020"));
        log.record(id, Said.founded("lago", "Lago", "2020"));

        List<String> candidates =
                given().get("/events/" + id)
                        .then()
                        .statusCode(409)
                        .contentType("application/problem+json")
                        .extract()
                        .path("candidates");

        assertThat(candidates).hasSize(2);
        List<String> companies = new ArrayList<>();
        for (String candidate : candidates) {
            companies.add(
                    given().get(candidate).then().statusCode(200).extract().path("company.id"));
        }
        assertThat(companies).containsExactly("lago", "pathway");
    }

    @Test
    void an_unknown_event_is_not_found() {
        given().get("/events/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    private void recordSome(int round) throws SQLException {
        log.record(Said.launched("c-" + round % 4, "Product " + round, "2024"));
        log.record(Said.partnered("c-" + (round + 1) % 4, "partner", "Partner", "2024"));
    }

    private static String json(RecordedEvent event) {
        return new String(
                EventCodec.recorded(
                        new Decoded.Known(event.event()), event.position(), event.recordedAt()),
                StandardCharsets.UTF_8);
    }
}
