package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;

/// Why a fact says what it says.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ExplanationsIT {

    private static final UUID FACT = UUID.fromString("0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c01");
    private static final UUID OTHER = UUID.fromString("0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c02");
    private static final String EXPLAIN = "/facts/" + FACT + "/explain";

    private final NaiveProjection log = NaiveProjection.empty();

    ExplanationsIT() throws SQLException {
        log.record(FACT, Said.founded("lago", "Lago", "2019"));
        log.record(OTHER, Said.founded("lago", "Lago", "2020-03"));
    }

    @Test
    void an_explanation_holds_the_fact_and_why_it_says_so() {
        Map<String, ?> fact = given().get("/facts/" + FACT).then().extract().path("$");

        given().get(EXPLAIN)
                .then()
                .statusCode(200)
                .header("Timeline-Cursor", notNullValue())
                .header("ETag", notNullValue())
                .body("fact", equalTo(fact))
                .body("policy", equalTo("default@1"))
                .body("leading.event", equalTo(OTHER.toString()))
                .body("leading.decidedBy", equalTo("narrower"))
                .body("claims.state", equalTo(List.of("standing", "leading")))
                .body("claims[0].lostBy", equalTo("narrower"))
                .body("voiceCount", equalTo(1))
                .body("conflicts[0].field", equalTo("when"))
                .body("known.event", equalTo(List.of(FACT.toString(), OTHER.toString())))
                .body("knownCount", equalTo(2))
                .body("knownOmitted", equalTo(0));
    }

    @Test
    void another_policy_explains_its_own_choice() {
        given().get(EXPLAIN + "?policy=newest@1")
                .then()
                .statusCode(200)
                .body("policy", equalTo("newest@1"))
                .body("leading.decidedBy", equalTo("newer"));
    }

    @Test
    void the_ids_of_other_claims_and_of_annotations_lead_to_it_with_the_query_kept()
            throws Exception {
        UUID retraction = UUID.randomUUID();
        log.record(retraction, Said.annotation("retracted", "lago", OTHER));

        for (UUID id : List.of(OTHER, retraction)) {
            given().urlEncodingEnabled(false)
                    .redirects()
                    .follow(false)
                    .get("/facts/" + id + "/explain?policy=newest@1")
                    .then()
                    .statusCode(308)
                    .header("Location", EXPLAIN + "?policy=newest@1")
                    .header("Cache-Control", "no-store");
        }
        given().get(EXPLAIN)
                .then()
                .body("claims.state", equalTo(List.of("leading", "retracted")))
                .body("claims[1].history.effect", equalTo(List.of("none", "retracts")))
                .body("known", hasSize(3));
    }

    @Test
    void a_retracted_fact_is_explained() throws Exception {
        log.record(Said.annotation("retracted", "lago", FACT));
        log.record(Said.annotation("retracted", "lago", OTHER));

        given().get(EXPLAIN)
                .then()
                .statusCode(200)
                .body("fact.status", equalTo("retracted"))
                .body("claims.state", equalTo(List.of("retracted", "retracted")));
    }

    @Test
    void it_is_the_same_to_the_byte_at_its_own_cursor_whatever_comes_later() throws Exception {
        Response now = given().get(EXPLAIN);
        String cursor = now.header("Timeline-Cursor");

        log.record(Said.corrected("lago", OTHER, "{'when': '2021'}"));
        log.record(Said.founded("lago", "Lago", "2018"));
        log.record(Said.sameAs("lago", "lago-inc"));

        Response then = given().queryParam("knownAt", cursor).get(EXPLAIN);
        assertThat(then.asByteArray()).isEqualTo(now.asByteArray());
        assertThat(then.header("ETag")).isEqualTo(now.header("ETag"));
        assertThat(then.header("Timeline-Cursor")).isEqualTo(cursor);
        given().header("If-None-Match", now.header("ETag"))
                .queryParam("knownAt", cursor)
                .get(EXPLAIN)
                .then()
                .statusCode(304);
    }

    @Test
    void of_a_merged_company_the_claims_of_all_records_are_explained() throws Exception {
        UUID merged = UUID.randomUUID();
        log.record(merged, Said.founded("lago-inc", "Lago", "2019-05"));
        log.record(Said.sameAs("lago-inc", "lago"));

        given().get("/facts/" + merged + "/explain")
                .then()
                .statusCode(200)
                .body("fact.id", equalTo(FACT.toString()))
                .body("claimCount", equalTo(3))
                .body("known", hasSize(3));
    }

    @Test
    void what_is_not_there_is_refused_as_the_fact_is() throws Exception {
        given().get("/facts/" + UUID.randomUUID() + "/explain").then().statusCode(404);
        given().get(EXPLAIN + "?asOf=2018").then().statusCode(404);
        given().get(EXPLAIN + "?company=nobody").then().statusCode(404);
        given().get(EXPLAIN + "?policy=best")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/policy"));
        given().get(EXPLAIN + "?limit=1").then().statusCode(400);
    }
}
