package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;

/// Records of the same company are merged when they are read.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MergedRecordsIT {

    private static final UUID FOUNDING = UUID.fromString("0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c01");
    private static final UUID OTHER = UUID.fromString("0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c02");
    private static final UUID SAME = UUID.fromString("0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c03");
    private static final UUID NAMING = UUID.fromString("0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c04");

    private static final List<String> PATHS =
            List.of(
                    "/companies/lago",
                    "/companies/lago-inc",
                    "/companies/lago/timeline",
                    "/companies/lago-inc/timeline",
                    "/facts/" + FOUNDING,
                    "/facts/" + OTHER,
                    "/facts/" + OTHER + "/claims");

    private final NaiveProjection log = NaiveProjection.empty();

    MergedRecordsIT() throws SQLException {
        log.record(FOUNDING, Said.founded("lago", "Lago", "2019"));
        log.record(Said.launched("lago-inc", "Billing", "2024"));
        log.record(OTHER, Said.founded("lago-inc", "Lago Inc.", "2019-03"));
        log.record(NAMING, Said.partnered("ibm", "lago-inc", "Lago, Inc.", "2022"));
    }

    @Test
    void every_record_leads_to_the_company_with_the_query_kept() throws Exception {
        log.record(SAME, Said.sameAs("lago-inc", "lago"));

        expectMoved("/companies/lago-inc?policy=newest@1", "/companies/lago?policy=newest@1");
        expectMoved(
                "/companies/lago-inc/timeline?limit=1&asOf=2024",
                "/companies/lago/timeline?limit=1&asOf=2024");
        expectMoved(
                "/facts/" + OTHER + "/claims?limit=1", "/facts/" + FOUNDING + "/claims?limit=1");
        given().get("/companies/lago").then().statusCode(200).body("id", equalTo("lago"));
    }

    @Test
    void the_claims_of_all_records_fold_as_one() throws Exception {
        log.record(SAME, Said.sameAs("lago-inc", "lago"));

        given().get("/facts/" + FOUNDING)
                .then()
                .statusCode(200)
                .body("company.id", equalTo("lago"))
                .body("claimCount", equalTo(2))
                .body("claims.event", equalTo(List.of(FOUNDING.toString(), OTHER.toString())));
        assertThat(
                        ListPages.<String>all(
                                "/facts/" + FOUNDING + "/claims",
                                Map.of("limit", 1),
                                "items.event",
                                page ->
                                        log.record(
                                                Said.founded(
                                                        "lago-inc",
                                                        "Lago",
                                                        "2019-03-0" + (page + 1)))))
                .containsExactly(FOUNDING.toString(), OTHER.toString());
    }

    @Test
    void facts_of_others_stand_on_the_merged_timeline_with_the_bytes_that_they_have_elsewhere()
            throws Exception {
        log.record(SAME, Said.sameAs("lago-inc", "lago"));

        List<Map<String, ?>> merged =
                given().get("/companies/lago/timeline").then().extract().path("items");
        List<Map<String, ?>> elsewhere =
                given().get("/companies/ibm/timeline").then().extract().path("items");

        assertThat(merged).hasSize(4).containsAll(elsewhere);
        given().get("/companies/lago")
                .then()
                .body("name", equalTo("Lago"))
                .body("names.name", hasItem("Lago Inc."))
                .body("partners.company", equalTo(List.of("ibm")))
                .body("products", hasSize(1));
    }

    @Test
    void a_merged_timeline_is_paged_as_its_first_page_found_it() throws Exception {
        log.record(SAME, Said.sameAs("lago-inc", "lago"));
        List<String> before =
                given().get("/companies/lago/timeline").then().extract().path("items.id");

        List<String> seen =
                ListPages.all(
                        "/companies/lago/timeline",
                        Map.of("limit", 1),
                        "items.id",
                        page ->
                                log.record(
                                        page == 0
                                                ? Said.annotation("retracted", "lago-inc", SAME)
                                                : Said.launched("lago-inc", "N" + page, "2024")));

        assertThat(seen).isEqualTo(before).hasSize(4);
    }

    @Test
    void retracting_it_restores_both_records_to_the_byte() throws Exception {
        List<String> before = bodies("");
        String apart = given().get("/companies/lago").then().extract().header("Timeline-Cursor");
        log.record(SAME, Said.sameAs("lago-inc", "lago"));
        List<String> merged = bodies("");
        String together = given().get("/companies/lago").then().extract().header("Timeline-Cursor");

        log.record(Said.annotation("retracted", "lago-inc", SAME));

        assertThat(merged).doesNotContainAnyElementsOf(before);
        assertThat(bodies("")).isEqualTo(before);
        assertThat(bodies("?knownAt=" + together)).isEqualTo(merged);
        assertThat(bodies("?knownAt=" + apart)).isEqualTo(before);
    }

    @Test
    void a_change_of_any_record_gives_another_tag() throws Exception {
        log.record(SAME, Said.sameAs("lago-inc", "lago"));
        List<String> tags = new ArrayList<>();
        for (String path : List.of("/companies/lago", "/facts/" + FOUNDING)) {
            tags.add(given().get(path).then().extract().header("ETag"));
        }

        log.record(Said.founded("lago-inc", "Lago Inc.", "2019-03-01"));

        List<String> after = new ArrayList<>();
        for (String path : List.of("/companies/lago", "/facts/" + FOUNDING)) {
            after.add(given().get(path).then().extract().header("ETag"));
        }
        assertThat(after).doesNotContainAnyElementsOf(tags);
    }

    @Test
    void a_fact_is_found_under_any_record_of_its_company() throws Exception {
        log.record(SAME, Said.sameAs("lago-inc", "lago"));

        for (String record : List.of("lago", "lago-inc")) {
            given().get("/facts/" + FOUNDING + "?company=" + record)
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(FOUNDING.toString()));
        }
        given().get("/facts/" + FOUNDING + "?company=ibm").then().statusCode(404);
    }

    @Test
    void what_is_only_rumoured_merges_nothing() throws Exception {
        log.record(
                Said.sameAs("lago-inc", "lago").replace("'type'", "'status': 'rumoured', 'type'"));

        given().get("/companies/lago-inc").then().statusCode(200).body("id", equalTo("lago-inc"));
    }

    @Test
    void too_many_records_are_not_merged_at_all() throws Exception {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(Said.sameAs("copy-" + i, "lago"));
        }
        log.recordAll(many.subList(0, 99));
        expectMoved("/companies/copy-7", "/companies/lago");

        log.recordAll(many.subList(99, 100));

        for (String id : List.of("copy-7", "lago", "copy-99")) {
            given().redirects()
                    .follow(false)
                    .get("/companies/" + id)
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(id));
        }
    }

    @Test
    void what_stood_alone_among_too_many_is_given_again_once_they_are_fewer() throws Exception {
        for (int i = 0; i < 100; i++) {
            log.record(i == 7 ? SAME : UUID.randomUUID(), Said.sameAs("copy-" + i, "lago"));
        }
        String path = "/companies/lago/timeline?limit=60";
        var first = given().get(path).then().statusCode(200).extract();
        List<String> all =
                given().get("/companies/lago/timeline?limit=1000")
                        .then()
                        .extract()
                        .path("items.id");
        log.record(Said.annotation("retracted", "copy-7", SAME));

        var again =
                given().get(path + "&knownAt=" + first.header("Timeline-Cursor")).then().extract();
        List<String> rest =
                given().get(path + "&cursor=" + first.path("next"))
                        .then()
                        .extract()
                        .path("items.id");

        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(rest).isEqualTo(all.subList(60, 101));
        expectMoved("/companies/copy-3", "/companies/lago");
    }

    private static List<String> bodies(String query) {
        return PATHS.stream().map(path -> given().get(path + query).asString()).toList();
    }

    private static void expectMoved(String path, String location) {
        given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(308)
                .header("Location", location)
                .header("Cache-Control", "no-store");
    }
}
