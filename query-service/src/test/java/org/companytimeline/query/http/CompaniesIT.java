package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CompaniesIT {

    private final NaiveProjection log = NaiveProjection.empty();

    CompaniesIT() throws SQLException {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mistrall",
                "Mistral AI",
                "mistral-ai",
                "MISTRAL",
                "mi",
                "misttral ai",
                " Mitsral "
            })
    void a_search_finds_a_company_despite_a_typing_error(String q) throws Exception {
        log.record(Said.founded("mistral-ai", "Mistral AI", "2023"));
        log.record(Said.founded("pathway", "Pathway", "2020"));

        List<String> ids = search(q, "id");

        assertThat(ids).containsExactly("mistral-ai");
    }

    @Test
    void an_exact_name_comes_before_a_beginning_and_hides_similar_ones() throws Exception {
        log.record(Said.founded("c", "Lago", "2020"));
        log.record(Said.founded("a", "Lagos Oil", "2020"));
        log.record(Said.founded("b", "Great Lago", "2020"));
        log.record(Said.founded("d", "Lagu", "2020"));

        List<String> names = search("lago", "name");

        assertThat(names).containsExactly("Lago", "Lagos Oil", "Great Lago");
    }

    @Test
    void characters_that_mean_something_in_patterns_stand_for_themselves() throws Exception {
        log.record(Said.founded("a", "100% Sure_Thing", "2020"));
        log.record(Said.founded("b", "Other", "2020"));

        assertThat(search("100%", "name")).containsExactly("100% Sure_Thing");
        assertThat(search("%", "name")).isEmpty();
        assertThat(search("_", "name")).isEmpty();
        assertThat(search("\\", "name")).isEmpty();
        assertThat(search("'; drop table company; --", "name")).isEmpty();
    }

    @Test
    void a_company_that_is_only_named_by_others_is_listed_under_that_name() throws Exception {
        log.record(Said.partnered("mistral-ai", "microsoft", "Microsoft", "2024"));

        given().get("/companies")
                .then()
                .statusCode(200)
                .body("items.find { it.id == 'microsoft' }.name", equalTo("Microsoft"))
                .body("items.find { it.id == 'mistral-ai' }.name", equalTo("mistral-ai"))
                .body("next", nullValue());
    }

    @Test
    void a_company_that_nobody_names_is_found_by_an_id_like_it() throws Exception {
        log.record(Said.launched("rocketry", "Rocket", "2025"));
        log.record(Said.founded("pathway", "Pathway", "2020"));

        List<String> ids = search("rocketri", "id");

        assertThat(ids).containsExactly("rocketry");
    }

    @Test
    void a_companys_own_name_counts_before_what_others_call_it() throws Exception {
        log.record(Said.founded("ibm", "IBM", "1911"));
        log.record(Said.partnered("mistral-ai", "ibm", "Big Blue", "2024"));

        assertThat(search("big blue", "name")).containsExactly("IBM");
        given().get("/companies").then().body("items.name", equalTo(List.of("IBM", "mistral-ai")));
    }

    @Test
    void country_and_type_narrow_the_list() throws Exception {
        log.record(Said.founded("lago", "Lago", "2020"));
        log.record(Said.launched("openai", "A model", "2020"));

        assertThat(ids(Map.of("country", "fr"))).containsExactly("lago");
        assertThat(ids(Map.of("type", "launched"))).containsExactly("openai");
        assertThat(ids(Map.of("type", "launched", "q", "lago"))).isEmpty();
    }

    @Test
    void pages_by_name_skip_and_repeat_no_company_while_others_are_inserted() throws Exception {
        List<String> staying = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            staying.add("company-%02d".formatted(i));
            log.record(Said.founded(staying.getLast(), "Company %02d".formatted(i), "2020"));
        }

        List<String> seen =
                ListPages.all(
                        "/companies",
                        Map.of("limit", 4),
                        "items.id",
                        page -> {
                            log.record(Said.founded("before-" + page, "A new one", "2020"));
                            if (page < 3) {
                                log.record(Said.founded("after-" + page, "Z new one", "2020"));
                            }
                        });

        assertThat(seen).doesNotHaveDuplicates().contains("after-0", "after-1", "after-2");
        assertThat(seen.stream().filter(staying::contains)).containsExactlyElementsOf(staying);
    }

    @Test
    void pages_of_a_search_give_each_hit_once() throws Exception {
        for (int i = 0; i < 9; i++) {
            log.record(Said.founded("bank-" + i, "Bank " + i % 3, "2020"));
        }

        List<String> seen =
                ListPages.all(
                        "/companies", Map.of("limit", 2, "q", "bank"), "items.id", page -> {});

        assertThat(seen).doesNotHaveDuplicates().hasSize(9);
    }

    @Test
    void the_state_of_a_company_is_folded_from_its_timeline() throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));
        log.record(
                Said.claim(
                        "relocated",
                        "pathway",
                        null,
                        "2024-11~/2024-12~",
                        "{'to': {'city': 'Menlo Park', 'country': 'US'}}"));

        given().get("/companies/pathway")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("id", equalTo("pathway"))
                .body("name", equalTo("Pathway"))
                .body("status", equalTo("active"));
    }

    @Test
    void a_company_that_no_event_mentions_is_not_found() {
        given().get("/companies/nobody")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("No event mentions a company nobody."));
    }

    private static List<String> search(String q, String item) {
        return given().queryParam("q", q)
                .get("/companies")
                .then()
                .statusCode(200)
                .extract()
                .path("items." + item);
    }

    private static List<String> ids(Map<String, String> parameters) {
        return given().queryParams(parameters)
                .get("/companies")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
