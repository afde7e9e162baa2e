package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.query.Dates;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The four ways to look at one company: known then, happened by then, how surely, by which policy.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LensesIT {

    private static final UUID FACT = UUID.fromString("0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c01");

    private final NaiveProjection log = NaiveProjection.empty();

    LensesIT() throws SQLException {}

    @Test
    void what_was_not_known_then_is_told_apart_from_what_is_not_known_at_all() throws Exception {
        RecordedEvent first = log.record(Said.founded("lago", "Lago", "2020"));
        log.record(Said.founded("lago", "Lago", "2020"));
        log.record(FACT, Said.founded("pathway", "Pathway", "2020"));
        String then = first.recordedAt().toString();

        expect404("/companies/pathway?knownAt=" + then, "was not known at that point");
        expect404("/companies/pathway/timeline?knownAt=" + then, "was not known at that point");
        expect404("/facts/" + FACT + "?knownAt=" + then, "was not known at that point");
        expect404("/facts/" + FACT + "/claims?knownAt=" + then, "was not known at that point");
        expect404("/companies/nobody?knownAt=" + then, "No event mentions");
        expect404("/facts/" + new UUID(1, 1) + "?knownAt=" + then, "There is no fact or claim");
    }

    @Test
    void a_fact_is_there_only_once_it_had_happened() throws Exception {
        log.record(FACT, Said.founded("pathway", "Pathway", "2020-05"));

        expect404("/facts/" + FACT + "?asOf=2020-04", "had not happened by the day in asOf");
        expect404(
                "/facts/" + FACT + "?asOf=2020-05-30&match=certain",
                "had not happened by the day in asOf for certain");
        expect404("/facts/" + FACT + "?asOf=2019&policy=newest@1", "had not happened");
        given().get("/facts/" + FACT + "?asOf=2020-05-01").then().statusCode(200);
        given().get("/facts/" + FACT + "?asOf=2020-05&match=certain").then().statusCode(200);
    }

    @Test
    void the_state_is_that_of_the_day() throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        log.record(
                Said.claim(
                        "relocated",
                        "pathway",
                        null,
                        "2024-11/2024-12",
                        "{'to': {'city': 'Menlo Park', 'country': 'US'}}"));

        expectCity("asOf=2023", "Paris");
        expectCity("asOf=2024-11-15", "Menlo Park");
        expectCity("asOf=2024-11-15&match=certain", "Paris");
        expectCity("asOf=2024&match=certain", "Menlo Park");
        given().get("/companies/pathway?asOf=2019")
                .then()
                .statusCode(200)
                .body("headquarters", nullValue());
    }

    @Test
    void the_policy_picks_the_leading_claim_everywhere() throws Exception {
        log.record(
                FACT,
                Said.founded("pathway", "Pathway", "2020-01").replace("'press'", "'registry'"));
        log.record(Said.founded("pathway", "Pathway", "2021-06"));

        expectFounded("default@1", "2020-01");
        expectFounded("registry-first@1", "2020-01");
        expectFounded("newest@1", "2021-06");
    }

    @Test
    void a_correction_shows_only_after_it_was_recorded() throws Exception {
        RecordedEvent posted = log.record(FACT, Said.partnered("pathway", "lago", "Lago", "2024"));
        log.record(Said.founded("ibm", "IBM", "1911"));
        log.record(
                Said.corrected(
                        "pathway",
                        FACT,
                        "{'details': {'partners': [{'company': 'ibm', 'name': 'IBM'}]}}"));

        given().get("/companies/lago/timeline").then().body("items", equalTo(List.of()));
        given().get("/companies/ibm/timeline?type=partnered")
                .then()
                .body("items.id", equalTo(List.of(FACT.toString())));
        String then = "knownAt=" + posted.recordedAt();
        given().get("/companies/lago/timeline?" + then)
                .then()
                .body("items.id", equalTo(List.of(FACT.toString())));
        given().get("/companies/ibm/timeline?type=partnered&" + then)
                .then()
                .body("items", equalTo(List.of()));
    }

    @Test
    void what_a_company_was_called_then_is_its_name() throws Exception {
        RecordedEvent byOthers =
                log.record(Said.partnered("ibm", "pathway", "The Pathway", "2024"));
        log.record(Said.launched("lago", "Billing", "2024"));
        RecordedEvent byItself = log.record(Said.founded("pathway", "Pathway", "2020"));
        log.record(Said.launched("lago", "Metering", "2024"));
        log.record(Said.founded("pathway", "Pathway SAS", "2020"));
        log.record(Said.partnered("ibm", "pathway", "Path Way", "2024"));

        expectName("?knownAt=" + byOthers.recordedAt(), "The Pathway");
        expectName("?knownAt=" + byItself.recordedAt(), "Pathway");
        expectName("", "Pathway SAS");
    }

    @ParameterizedTest
    @CsvSource({
        "knownAt=2026-03-01, write 2026-03-01T00:00:00Z",
        "knownAt=2026-03-01T10:00:00, has no zone",
        "knownAt=yesterday, neither an instant nor a Timeline-Cursor",
        "knownAt=999999-03-01T10:00:00Z, neither an instant",
        "knownAt=, neither an instant",
        "asOf=2024/.., a date with a last day",
        "asOf=soon, is no date",
        "asOf=, is no date",
        "policy=newest, named with its version",
    })
    void a_fault_says_what_to_write_instead(String parameter, String hint) throws Exception {
        log.record(FACT, Said.founded("pathway", "Pathway", "2020"));

        for (String path :
                List.of(
                        "/companies/pathway",
                        "/companies/pathway/timeline",
                        "/facts/" + FACT,
                        "/facts/" + FACT + "/claims")) {
            given().urlEncodingEnabled(false)
                    .get(path + "?" + parameter)
                    .then()
                    .statusCode(400)
                    .body("errors", hasSize(1))
                    .body("errors[0].pointer", equalTo("/" + parameter.split("=", -1)[0]))
                    .body("errors[0].detail", containsString(hint));
        }
    }

    @Test
    void cursors_that_do_not_fit_are_refused_like_those_of_pages() throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        log.record(Said.launched("pathway", "Engine", "2024"));
        String path = "/companies/pathway/timeline";
        var page = given().get(path + "?limit=1").then().extract();
        String cursor = page.header("Timeline-Cursor");
        given().get(path + "?knownAt=" + page.path("next"))
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("is the next of a page"));
        NaiveProjection.sql("update projection_partition set next_offset = 0");

        given().get(path + "?knownAt=" + cursor).then().statusCode(503).header("Retry-After", "1");
        NaiveProjection.empty("another-topic").record(Said.founded("pathway", "Pathway", "2020"));
        given().get(path + "?type=founded&knownAt=" + cursor)
                .then()
                .statusCode(410)
                .body("first", equalTo(path + "?type=founded"));
    }

    @Test
    void filters_choose_from_rows_and_from_events_what_each_day_says() throws Exception {
        Random random = new Random(20);
        List<String> dates = new ArrayList<>();
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            dates.add(Dates.any(random));
            events.add(Said.launched("pathway", "P" + i, dates.get(i)));
        }
        log.recordAll(events);

        for (int i = 0; i < 80; i++) {
            Dates.Bounds bounds = Dates.bounds(random);
            String expected =
                    dates.stream().filter(bounds::holds).sorted().collect(Collectors.joining(" "));
            assertThat(dates("?limit=100&" + bounds.query())).isEqualTo(expected);
            assertThat(dates("?limit=100&policy=newest@1&" + bounds.query())).isEqualTo(expected);
        }
    }

    private static String dates(String query) {
        return given()
                .get("/companies/pathway/timeline" + query)
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.when.edtf")
                .stream()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static void expect404(String path, String detail) {
        given().get(path).then().statusCode(404).body("detail", containsString(detail));
    }

    private static void expectCity(String query, String city) {
        given().get("/companies/pathway?" + query)
                .then()
                .statusCode(200)
                .body("headquarters.place.city", equalTo(city));
    }

    private static void expectName(String query, String name) {
        given().get("/companies/pathway" + query).then().body("name", equalTo(name));
    }

    private static void expectFounded(String policy, String date) {
        String query = "?policy=" + policy;
        given().get("/companies/pathway" + query).then().body("founded.when.edtf", equalTo(date));
        given().get("/companies/pathway/timeline" + query)
                .then()
                .body("items[0].when.edtf", equalTo(date));
        given().get("/facts/" + FACT + query)
                .then()
                .body("when.edtf", equalTo(date))
                .body("conflicts[0].rule", equalTo(policy));
        given().get("/facts/" + FACT + "/claims" + query)
                .then()
                .body("items.find { it.leading }.when.edtf", equalTo(date));
    }
}
