package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.companytimeline.model.Group;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TimelineExportIT {

    private static final UUID PARTNERSHIP = UUID.fromString("0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c01");
    private static final UUID SAME = UUID.fromString("0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c02");

    private final NaiveProjection log = NaiveProjection.empty();

    TimelineExportIT() throws SQLException {
        log.record(Said.founded("lago", "Lago", "2019"));
        log.record(Said.founded("lago-inc", "=Lago Inc.", "2019-03"));
        log.record(PARTNERSHIP, Said.partnered("ibm", "lago", "Lago", "2022"));
    }

    @Test
    void without_a_wish_each_fact_is_a_line_of_json_and_the_last_line_counts_them() {
        var answer = given().get("/timelines").then().statusCode(200).extract();

        List<String> lines = answer.asString().lines().toList();

        assertThat(answer.contentType()).isEqualTo("application/x-ndjson");
        assertThat(lines)
                .hasSize(5)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("{\"company\":\"ibm\",\"fact\":{"),
                        line -> assertThat(line).startsWith("{\"company\":\"lago\",\"fact\":{"),
                        line -> assertThat(line).contains(PARTNERSHIP.toString()),
                        line -> assertThat(line).startsWith("{\"company\":\"lago-inc\","),
                        line ->
                                assertThat(line)
                                        .startsWith(
                                                "{\"end\":{\"cursor\":\""
                                                        + answer.header("Timeline-Cursor")
                                                        + "\",\"fold\":")
                                        .endsWith(",\"facts\":4}}"));
    }

    @Test
    void csv_leads_with_id_and_name_of_the_company_and_holds_no_formulas() {
        List<String> rows =
                given().accept("text/csv")
                        .get("/timelines")
                        .then()
                        .statusCode(200)
                        .contentType("text/csv;charset=UTF-8;header=present")
                        .extract()
                        .asString()
                        .lines()
                        .toList();

        assertThat(rows).hasSize(5);
        assertThat(rows.getFirst()).startsWith("company,name,fact,type,");
        assertThat(rows.get(1)).startsWith("ibm,,");
        assertThat(rows.get(2)).startsWith("lago,Lago,");
        assertThat(rows.getLast()).startsWith("lago-inc,'=Lago Inc.,");
    }

    @Test
    void merged_records_are_told_once_under_the_id_by_which_the_company_goes() throws Exception {
        log.record(SAME, Said.sameAs("lago-inc", "lago"));

        String all = given().get("/timelines").asString();
        String csv = given().accept("text/csv").get("/timelines").asString();

        assertThat(all)
                .doesNotContain("{\"company\":\"lago-inc\"")
                .contains("{\"company\":\"lago\"");
        assertThat(csv.lines().filter(row -> row.startsWith("lago,Lago,"))).hasSize(3);
    }

    @Test
    void since_a_cursor_only_what_may_have_changed_comes_and_replaces_what_was() throws Exception {
        String before = given().get("/timelines").header("Timeline-Cursor");
        log.record(
                Said.corrected(
                        "ibm",
                        PARTNERSHIP,
                        "{'details': {'partners': [{'company': 'lago-inc', 'name': 'L'}]}}"));

        var answer = given().get("/timelines?since=" + before).then().statusCode(200).extract();

        assertThat(
                        answer.asString()
                                .lines()
                                .map(line -> line.split(",", -1)[0] + line.contains("anew")))
                .containsExactly(
                        "{\"company\":\"ibm\"true",
                        "{\"company\":\"ibm\"false",
                        "{\"company\":\"lago\"true",
                        "{\"company\":\"lago\"false",
                        "{\"company\":\"lago-inc\"true",
                        "{\"company\":\"lago-inc\"false",
                        "{\"company\":\"lago-inc\"false",
                        "{\"end\":{\"cursor\":\"" + answer.header("Timeline-Cursor") + "\"false");
        given().get("/timelines?since=" + answer.header("Timeline-Cursor"))
                .then()
                .body(containsString("\"facts\":0}}"))
                .body(not(containsString("anew")));
    }

    @Test
    void a_timeline_of_more_than_is_read_at_a_time_comes_whole_and_in_order() throws Exception {
        log.recordAll(
                IntStream.range(0, 80)
                        .mapToObj(n -> Said.launched("big", "x".repeat(9_000) + n, "2024"))
                        .toList());
        String alone = given().get("/companies/big/timeline?limit=1000").asString();

        List<String> facts =
                given().get("/timelines")
                        .asString()
                        .lines()
                        .filter(line -> line.startsWith("{\"company\":\"big\""))
                        .map(line ->
                                line.substring(line.indexOf("\"fact\":") + 7, line.length() - 1))
                        .toList();

        assertThat("{\"items\":[" + String.join(",", facts) + "]}").isEqualTo(alone);
    }

    @Test
    void records_that_become_too_many_to_be_merged_are_all_told_anew() throws Exception {
        mergeAsManyAsMayBe();
        KeptCopy kept = KeptCopy.taken();
        log.record(SAME, Said.sameAs("one-more", "lago"));

        kept.renew();

        assertThat(kept.facts()).hasSizeGreaterThan(100).isEqualTo(KeptCopy.taken().facts());
    }

    @Test
    void records_that_are_few_enough_again_are_all_told_anew() throws Exception {
        mergeAsManyAsMayBe();
        log.record(SAME, Said.sameAs("one-more", "lago"));
        KeptCopy kept = KeptCopy.taken();
        log.record(Said.annotation("retracted", "one-more", SAME));

        kept.renew();

        assertThat(kept.facts()).hasSizeLessThan(10).isEqualTo(KeptCopy.taken().facts());
    }

    private void mergeAsManyAsMayBe() throws SQLException {
        log.recordAll(
                IntStream.range(1, Group.MOST_MEMBERS)
                        .mapToObj(n -> Said.sameAs("copy-" + n, "lago"))
                        .toList());
    }

    @Test
    void the_table_leads_with_what_a_company_is_called_now() throws Exception {
        log.record(Said.claim("renamed", "lago", null, "2024", "{'name': 'Getlago'}"));
        log.record(Said.claim("renamed", "lago-inc", null, "2025", "{'name': 'Lagoon'}"));
        log.record(SAME, Said.sameAs("lago-inc", "lago"));
        log.record(Said.claim("renamed", "ibm", "IBM", "2024", "{'name': 'Big Blue'}"));

        String csv = given().accept("text/csv").get("/timelines").asString();

        assertThat(csv.lines().skip(1).map(row -> row.substring(0, row.indexOf(',', 9))).distinct())
                .containsExactly("ibm,Big Blue", "lago,Getlago");
    }

    @Test
    void over_http_1_0_where_a_cut_table_ends_like_a_whole_one_there_are_lines_only()
            throws Exception {
        assertThat(ExportClient.statusOverHttp10("text/csv")).isEqualTo(406);
        assertThat(ExportClient.statusOverHttp10("application/x-ndjson")).isEqualTo(200);
    }

    @Test
    void the_head_comes_before_anything_is_looked_up() throws Exception {
        try (Connection owner = TestDatabase.owner()) {
            owner.setAutoCommit(false);
            owner.createStatement().execute("lock table company in access exclusive mode");
            try (ExportClient reader = ExportClient.whenThereIsRoom()) {
                owner.commit();

                assertThat(reader.rest().isWhole()).isTrue();
            }
        }
    }

    @Test
    void a_head_is_answered_without_an_export() {
        given().accept("text/csv")
                .head("/timelines")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8;header=present")
                .header("Timeline-Cursor", not(emptyString()));
    }

    @Test
    void what_cannot_be_exported_is_refused_with_what_to_change() throws Exception {
        String cursor = given().get("/timelines").header("Timeline-Cursor");

        given().accept("application/json")
                .get("/timelines")
                .then()
                .statusCode(406)
                .body("detail", containsString("application/x-ndjson"));
        given().accept("text/csv")
                .get("/timelines?since=" + cursor)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/since"));
        given().get("/timelines?since=yesterday").then().statusCode(400);
        given().get("/timelines?company=lago").then().statusCode(400);
        NaiveProjection.empty("another-topic");
        given().get("/timelines?since=" + cursor)
                .then()
                .statusCode(410)
                .body("first", equalTo("/timelines"));
    }
}
