package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

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

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FactsIT {

    private final NaiveProjection log = NaiveProjection.empty();

    FactsIT() throws SQLException {}

    @Test
    void a_fact_is_found_by_its_id_with_all_its_claims() throws Exception {
        UUID first = UUID.randomUUID();
        log.record(first, Said.founded("pathway", "Pathway", "2020"));
        log.record(Said.founded("pathway", "Pathway", "2020-05"));

        given().get("/facts/" + first)
                .then()
                .statusCode(200)
                .body("id", equalTo(first.toString()))
                .body("type", equalTo("founded"))
                .body("claimCount", equalTo(2));
    }

    @Test
    void the_id_of_another_claim_leads_to_the_fact_and_may_not_be_cached() throws Exception {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        log.record(first, Said.founded("pathway", "Pathway", "2020"));
        log.record(second, Said.founded("pathway", "Pathway", "2020-05"));

        given().redirects()
                .follow(false)
                .get("/facts/" + second + "?company=pathway")
                .then()
                .statusCode(308)
                .header("Location", "/facts/" + first + "?company=pathway")
                .header("Cache-Control", "no-store");
        given().redirects()
                .follow(false)
                .get("/facts/" + second + "/claims?limit=1")
                .then()
                .statusCode(308)
                .header("Location", "/facts/" + first + "/claims?limit=1");
        given().get("/facts/" + second)
                .then()
                .statusCode(200)
                .body("id", equalTo(first.toString()));
    }

    @Test
    void claims_are_paged_as_the_first_page_found_them() throws Exception {
        UUID first = UUID.randomUUID();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            UUID id = i == 0 ? first : UUID.randomUUID();
            ids.add(id.toString());
            log.record(id, Said.founded("pathway", "Pathway", "2020"));
        }

        List<String> seen =
                ListPages.all(
                        "/facts/" + first + "/claims",
                        Map.of("limit", 2),
                        "items.event",
                        page -> log.record(Said.founded("pathway", "Pathway", "2020-05-01")));

        assertThat(seen).isEqualTo(ids);
    }

    @Test
    void the_claims_in_place_have_the_same_form_as_those_on_pages() throws Exception {
        UUID first = UUID.randomUUID();
        log.record(first, Said.founded("pathway", "Pathway", "2020"));
        log.record(Said.founded("pathway", "Pathway", "2020-05"));

        List<Map<String, ?>> inPlace =
                given().get("/facts/" + first).then().extract().path("claims");
        List<Map<String, ?>> paged =
                given().get("/facts/" + first + "/claims")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items");

        assertThat(paged).isEqualTo(inPlace).hasSize(2);
    }

    @Test
    void an_id_that_facts_of_two_companies_use_needs_the_company() throws Exception {
        UUID id = UUID.randomUUID();
        log.record(id, Said.founded("pathway", "Pathway", "2020"));
        log.record(id, Said.founded("lago", "Lago", "2020"));

        given().get("/facts/" + id)
                .then()
                .statusCode(409)
                .body(
                        "candidates",
                        equalTo(
                                List.of(
                                        "/facts/" + id + "?company=lago",
                                        "/facts/" + id + "?company=pathway")));
        given().get("/facts/" + id + "?company=lago")
                .then()
                .statusCode(200)
                .body("company.id", equalTo("lago"));
        given().get("/facts/" + id + "?company=nobody").then().statusCode(404);
    }

    @Test
    void the_id_of_an_annotation_leads_to_the_fact_of_its_claim() throws Exception {
        UUID target = UUID.randomUUID();
        UUID annotation = UUID.randomUUID();
        log.record(target, Said.founded("pathway", "Pathway", "2020"));
        log.record(annotation, Said.annotation("disputed", "pathway", target));

        given().redirects()
                .follow(false)
                .get("/facts/" + annotation)
                .then()
                .statusCode(308)
                .header("Location", "/facts/" + target);
    }

    @Test
    void an_annotation_without_a_claim_belongs_to_no_fact_and_the_answer_says_why()
            throws Exception {
        UUID missing = UUID.randomUUID();
        UUID early = UUID.randomUUID();
        UUID late = UUID.randomUUID();
        UUID itself = UUID.randomUUID();
        log.record(early, Said.annotation("retracted", "pathway", late));
        log.record(late, Said.annotation("disputed", "pathway", missing));
        log.record(itself, Said.annotation("disputed", "pathway", itself));

        expectNoFact(early, late + " is an annotation that was recorded after it");
        expectNoFact(late, missing + " is not recorded");
        expectNoFact(itself, "it is about itself");
        given().get("/facts/" + missing).then().statusCode(404);
    }

    private static void expectNoFact(UUID event, String why) {
        given().get("/facts/" + event)
                .then()
                .statusCode(404)
                .body("detail", containsString(why))
                .body("event", equalTo("/events/" + event));
    }

    @Test
    void a_fact_without_a_claim_left_stands_on_no_timeline_but_is_found() throws Exception {
        UUID fact = UUID.randomUUID();
        log.record(fact, Said.partnered("pathway", "lago", "Lago", "2024"));
        log.record(Said.annotation("retracted", "pathway", fact));

        given().get("/facts/" + fact)
                .then()
                .statusCode(200)
                .body("status", equalTo("retracted"))
                .body("claims.event", equalTo(List.of(fact.toString())));
        given().get("/facts/" + fact + "/claims")
                .then()
                .statusCode(200)
                .body("items.event", equalTo(List.of(fact.toString())));
        for (String company : List.of("pathway", "lago")) {
            given().get("/companies/" + company + "/timeline")
                    .then()
                    .statusCode(200)
                    .body("items", equalTo(List.of()));
        }
    }
}
