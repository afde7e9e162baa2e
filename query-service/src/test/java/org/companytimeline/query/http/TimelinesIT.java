package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.companytimeline.model.Fact;
import org.companytimeline.model.FactJson;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TimelinesIT {

    private static final String TIMELINE = "/companies/mistral-ai/timeline";

    private final NaiveProjection log = NaiveProjection.empty();

    TimelinesIT() throws SQLException {}

    @Test
    void a_timeline_gives_its_facts_in_order_as_they_are_stored() throws Exception {
        log.record(Said.launched("mistral-ai", "Le Chat", "2024-02"));
        log.record(Said.founded("mistral-ai", "Mistral AI", "2023"));
        log.record(Said.partnered("pathway", "mistral-ai", "Mistral AI", "../2025~"));

        String body = given().get(TIMELINE).then().statusCode(200).extract().asString();

        String facts =
                log.timeline("mistral-ai").stream()
                        .map(TimelinesIT::json)
                        .collect(Collectors.joining(","));
        assertThat(body).isEqualTo("{\"items\":[" + facts + "]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"asc", "desc"})
    void pages_show_what_the_first_one_did_while_everything_changes(String order) throws Exception {
        UUID launched = UUID.randomUUID();
        log.record(Said.founded("mistral-ai", "Mistral AI", "2023"));
        log.record(launched, Said.launched("mistral-ai", "Model 0", "2024-01"));
        for (int i = 1; i < 12; i++) {
            log.record(Said.launched("mistral-ai", "Model " + i, "2024-%02d".formatted(i)));
            log.record(
                    Said.partnered("firm-" + i, "mistral-ai", "Mistral", "2024-%02d".formatted(i)));
        }
        List<Map<String, ?>> before =
                given().queryParam("order", order).get(TIMELINE).then().extract().path("items");

        List<Map<String, ?>> seen =
                ListPages.all(
                        TIMELINE,
                        Map.of("limit", 3, "order", order),
                        "items",
                        page -> {
                            log.record(Said.launched("mistral-ai", "New " + page, "2022"));
                            log.record(Said.launched("mistral-ai", "Newer " + page, "2026"));
                            log.record(
                                    Said.launched(
                                            "mistral-ai", "Model 5", "2024-05-0" + (page + 1)));
                            log.record(Said.partnered("firm-7", "mistral-ai", "M", "2024-07"));
                            log.record(Said.partnered("new-" + page, "mistral-ai", "M", "2024-03"));
                        });

        assertThat(seen).isEqualTo(before).hasSize(24);
        assertThat(log.timeline("mistral-ai")).hasSizeGreaterThan(24);
    }

    @Test
    void following_pages_come_from_the_stored_facts_while_only_others_change() throws Exception {
        log.record(Said.founded("mistral-ai", "Mistral AI", "2023"));
        log.record(Said.launched("mistral-ai", "Le Chat", "2024"));
        String next = given().queryParam("limit", 1).get(TIMELINE).then().extract().path("next");
        log.record(Said.launched("pathway", "Another", "2024"));
        NaiveProjection.sql("update fact set body = '{\"id\": \"stored\"}'");

        given().queryParam("cursor", next)
                .get(TIMELINE)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of("stored")));
    }

    @Test
    void a_page_ends_early_where_its_items_would_be_too_large() throws Exception {
        for (int i = 0; i < 5; i++) {
            log.record(
                    Said.claim(
                            "launched",
                            "mistral-ai",
                            null,
                            "2024-0" + (i + 1),
                            "{'product': 'P%d'}, 'note': '%s'".formatted(i, "x".repeat(5_000))));
        }
        NaiveProjection.sql(
                "update fact set body = convert_to(rpad('{\"id\": \"' || id || '\"}', 3000000),"
                        + " 'UTF8')");

        List<String> seen = ListPages.all(TIMELINE, Map.of("limit", 1000), "items.id", page -> {});
        List<String> first = given().get(TIMELINE).then().extract().path("items.id");

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(first).hasSize(3);
    }

    @Test
    void a_page_from_events_ends_where_one_from_rows_does() throws Exception {
        List<String> large = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            large.add(
                    Said.claim(
                            "launched",
                            "mistral-ai",
                            null,
                            "2024",
                            "{'product': '%d%s'}, 'note': '%s'"
                                    .formatted(i, "p".repeat(9_900), "x".repeat(9_900))));
        }
        log.recordAll(large);
        var fromRows = given().get(TIMELINE + "?limit=1000").then().extract();
        log.record(Said.founded("mistral-ai", "Mistral AI", "2023"));

        var fromEvents =
                given().get(TIMELINE + "?limit=1000&knownAt=" + fromRows.header("Timeline-Cursor"))
                        .then()
                        .extract();

        assertThat(fromRows.<List<String>>path("items.id")).hasSizeBetween(250, 299);
        assertThat(fromEvents.asString()).isEqualTo(fromRows.asString());
    }

    @ParameterizedTest
    @CsvSource({
        "type=founded, 1",
        "type=founded&type=launched, 3",
        "type=valued, 0",
        "status=reported, 4",
        "status=denied&status=planned, 0",
        "from=2024, 3",
        "to=2023, 2",
        "from=2024-03&to=2024-06, 2",
        "from=2024-03&to=2024-06&match=certain, 1",
        "to=2024-12-31&match=certain, 4",
        "from=2022&match=certain, 3",
        "from=2024&to=2024&match=possible, 3",
    })
    void filters_choose_facts_the_same_way_from_rows_and_from_events(String filter, int count)
            throws Exception {
        log.record(Said.founded("mistral-ai", "Mistral AI", "2023"));
        log.record(Said.launched("mistral-ai", "A", "2024-04"));
        log.record(Said.launched("mistral-ai", "B", "2024"));
        log.record(Said.partnered("mistral-ai", "ibm", "IBM", "../2024-02"));
        String path = TIMELINE + "?" + filter;

        List<String> stored = given().get(path).then().statusCode(200).extract().path("items.id");
        List<String> folded =
                ListPages.all(
                        path,
                        Map.of("limit", 1),
                        "items.id",
                        page -> log.record(Said.launched("mistral-ai", "N" + page, "2024-05")));

        assertThat(stored).hasSize(count);
        assertThat(folded).isEqualTo(stored);
    }

    @Test
    void a_cursor_continues_its_own_question_alone() throws Exception {
        log.record(Said.founded("mistral-ai", "Mistral AI", "2023"));
        log.record(Said.launched("mistral-ai", "A", "2024-04"));
        String next = given().queryParam("limit", 1).get(TIMELINE).then().extract().path("next");

        given().queryParam("cursor", next)
                .queryParam("order", "desc")
                .get(TIMELINE)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/cursor"));
        given().queryParam("cursor", next).get("/events").then().statusCode(400);
    }

    @Test
    void a_cursor_of_another_log_is_gone_with_a_link_to_start_anew() throws Exception {
        log.record(Said.founded("mistral-ai", "Mistral AI", "2023"));
        log.record(Said.launched("mistral-ai", "A", "2024-04"));
        String next =
                given().queryParam("limit", 1)
                        .queryParam("type", "founded", "launched")
                        .get(TIMELINE)
                        .then()
                        .extract()
                        .path("next");
        NaiveProjection anew = NaiveProjection.empty("another-topic");
        anew.record(Said.founded("mistral-ai", "Mistral AI", "2023"));

        String first =
                given().queryParam("type", "founded", "launched")
                        .queryParam("cursor", next)
                        .get(TIMELINE)
                        .then()
                        .statusCode(410)
                        .contentType("application/problem+json")
                        .extract()
                        .path("first");

        assertThat(first).isEqualTo(TIMELINE + "?type=founded&type=launched");
        given().get(first).then().statusCode(200).body("next", nullValue());
    }

    @Test
    void a_company_that_no_event_mentions_has_no_timeline() {
        given().get("/companies/nobody/timeline").then().statusCode(404);
    }

    private static String json(Fact fact) {
        return new String(FactJson.write(fact), StandardCharsets.UTF_8);
    }
}
