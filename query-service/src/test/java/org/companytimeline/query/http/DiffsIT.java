package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What changed in what was known of a company.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DiffsIT {

    private static final String DIFF = "/companies/lago/diff";
    private static final String TIMELINE = "/companies/lago/timeline";

    private final UUID founding = UUID.randomUUID();
    private final UUID launch = UUID.randomUUID();
    private final NaiveProjection log = NaiveProjection.empty();

    DiffsIT() throws SQLException {
        log.record(founding, Said.founded("lago", "Lago", "2019"));
        log.record(launch, Said.launched("lago", "Billing", "2022"));
    }

    @Test
    void it_tells_what_came_what_went_and_what_says_something_else() throws Exception {
        String from = cursor();
        UUID partnership = UUID.randomUUID();
        UUID retraction = UUID.randomUUID();
        UUID correction = UUID.randomUUID();
        log.record(partnership, Said.partnered("ibm", "lago", "Lago", "2023"));
        log.record(retraction, Said.annotation("retracted", "lago", launch));
        log.record(correction, Said.corrected("lago", founding, "{'when': '2018'}"));

        given().queryParam("knownFrom", from)
                .get(DIFF)
                .then()
                .statusCode(200)
                .header("Timeline-Cursor", equalTo(cursor()))
                .body("added.id", equalTo(List.of(partnership.toString())))
                .body("added[0].events", equalTo(List.of(partnership.toString())))
                .body("addedCount", equalTo(1))
                .body("removed.id", equalTo(List.of(launch.toString())))
                .body("removed[0].status", equalTo("reported"))
                .body("removed[0].events", equalTo(List.of(retraction.toString())))
                .body("changed.fact", equalTo(List.of(founding.toString())))
                .body("changed[0].before.when.edtf", equalTo("2019"))
                .body("changed[0].after.when.edtf", equalTo("2018"))
                .body("changed[0].events", equalTo(List.of(correction.toString())));
    }

    @Test
    void between_a_point_and_itself_nothing_changed() throws Exception {
        String at = cursor();
        log.record(Said.launched("lago", "Pricing", "2023"));

        given().queryParam("knownFrom", at)
                .queryParam("knownTo", at)
                .get(DIFF)
                .then()
                .statusCode(200)
                .body(
                        equalTo(
                                "{\"added\":[],\"addedCount\":0,\"removed\":[],\"removedCount\":0,"
                                        + "\"changed\":[],\"changedCount\":0}"));
    }

    @Test
    void before_a_company_was_known_it_had_no_facts() {
        given().queryParam("knownFrom", "2020-01-01T00:00:00Z")
                .get(DIFF)
                .then()
                .statusCode(200)
                .body("added.id", equalTo(List.of(founding.toString(), launch.toString())))
                .body("removed", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "match=possible",
                "policy=newest@1",
                "asOf=2022",
                "asOf=2022-06&match=certain"
            })
    void applied_to_the_timeline_before_it_gives_the_timeline_after(String lens) throws Exception {
        UUID partnership = UUID.randomUUID();
        UUID same = UUID.randomUUID();
        log.record(partnership, Said.partnered("ibm", "lago", "Lago", "2022"));
        List<String> cursors = new ArrayList<>(List.of(cursor()));
        log.record(Said.corrected("lago", launch, "{'when': '2024'}"));
        log.record(Said.founded("lago", "Lago", "2017"));
        cursors.add(cursor());
        log.record(
                Said.corrected(
                        "ibm", partnership, "{'details': {'partners': [{'company': 'pathway'}]}}"));
        log.record(Said.founded("lago-inc", "Lago", "2016"));
        log.record(same, Said.sameAs("lago-inc", "lago"));
        cursors.add(cursor());
        log.record(Said.annotation("retracted", "lago-inc", same));
        log.record(Said.annotation("retracted", "lago", founding));
        cursors.add(cursor());

        for (int from = 0; from < cursors.size(); from++) {
            for (int to = from; to < cursors.size(); to++) {
                List<Map<String, ?>> before = timeline(cursors.get(from), lens);
                List<Map<String, ?>> after = timeline(cursors.get(to), lens);
                JsonPath diff =
                        given().queryParam("knownFrom", cursors.get(from))
                                .queryParam("knownTo", cursors.get(to))
                                .get(DIFF + "?" + lens)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath();

                assertThat(applied(diff, before)).as("%d to %d", from, to).isEqualTo(byId(after));
            }
        }
    }

    @Test
    void the_same_diff_is_the_same_to_the_byte_whatever_comes_later() throws Exception {
        String from = cursor();
        log.record(Said.launched("lago", "Pricing", "2023"));
        Response now = given().queryParam("knownFrom", from).get(DIFF);

        log.record(Said.annotation("retracted", "lago", launch));
        log.record(Said.launched("lago", "Pricing", "2023-05"));

        Response then =
                given().queryParam("knownFrom", from)
                        .queryParam("knownTo", now.header("Timeline-Cursor"))
                        .get(DIFF);
        assertThat(then.asString()).isEqualTo(now.asString());
        assertThat(then.header("ETag")).isEqualTo(now.header("ETag"));
        given().header("If-None-Match", now.header("ETag"))
                .queryParam("knownFrom", from)
                .queryParam("knownTo", now.header("Timeline-Cursor"))
                .get(DIFF)
                .then()
                .statusCode(304);
    }

    @Test
    void a_merged_record_leads_to_the_company() throws Exception {
        log.record(Said.founded("lago-inc", "Lago", "2016"));
        log.record(Said.sameAs("lago-inc", "lago"));

        given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get("/companies/lago-inc/diff?knownFrom=2020-01-01T00:00:00Z")
                .then()
                .statusCode(308)
                .header("Location", DIFF + "?knownFrom=2020-01-01T00:00:00Z")
                .header("Cache-Control", "no-store");
    }

    @Test
    void bounds_that_cannot_be_are_refused_with_a_hint() throws Exception {
        String early = cursor();
        RecordedEvent later = log.record(Said.launched("lago", "Pricing", "2023"));

        expect400("", "knownFrom is needed");
        expect400("?knownFrom=yesterday", "yesterday");
        expect400("?knownFrom=" + cursor() + "&knownTo=" + early, "later than knownTo");
        expect400(
                "?knownFrom=%s&knownTo=2020-01-01T00:00:00Z".formatted(later.recordedAt()),
                "later than knownTo");
        expect400(
                "?knownFrom=2019-01-01T00:00:00Z&knownTo=2018-01-01T00:00:00Z",
                "later than knownTo");
        given().get("/companies/nobody/diff?knownFrom=" + early).then().statusCode(404);
    }

    private static void expect400(String query, String hint) {
        given().get(DIFF + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/knownFrom"))
                .body("errors[0].detail", containsString(hint));
    }

    private static String cursor() {
        return given().get(TIMELINE).header("Timeline-Cursor");
    }

    private static List<Map<String, ?>> timeline(String cursor, String lens) {
        return given().queryParam("knownAt", cursor)
                .get(TIMELINE + "?" + lens)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static List<Map<String, ?>> applied(JsonPath diff, List<Map<String, ?>> timeline) {
        List<Map<String, ?>> facts = new ArrayList<>(timeline);
        List<Map<String, ?>> gone = new ArrayList<>(withoutEvents(diff.getList("removed")));
        gone.addAll(diff.getList("changed.before"));
        assertThat(facts).containsAll(gone);
        facts.removeAll(gone);
        facts.addAll(withoutEvents(diff.getList("added")));
        facts.addAll(diff.getList("changed.after"));
        return byId(facts);
    }

    private static List<Map<String, ?>> withoutEvents(List<Map<String, ?>> entries) {
        entries.forEach(entry -> {
            entry.remove("events");
            entry.remove("eventCount");
        });
        return entries;
    }

    private static List<Map<String, ?>> byId(List<Map<String, ?>> facts) {
        return facts.stream()
                .sorted(Comparator.comparing(fact -> String.valueOf(fact.get("id"))))
                .toList();
    }
}
