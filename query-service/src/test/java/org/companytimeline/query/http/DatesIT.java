package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DatesIT {

    @Test
    void words_are_resolved_and_told_in_both_languages() {
        String answer =
                given().queryParam("text", "à la fin de l'année dernière")
                        .queryParam("anchor", "2025~")
                        .get("/dates")
                        .then()
                        .statusCode(200)
                        .contentType("application/json")
                        .extract()
                        .asString();

        assertThat(answer)
                .isEqualTo(
                        "{\"edtf\":\"2024-11~/2024-12~\",\"earliest\":\"2024-11-01\","
                                + "\"latest\":\"2024-12-31\",\"text\":\"à la fin de l'année"
                                + " dernière\",\"anchor\":\"2025~\","
                                + "\"rule\":\"end-of-last-year@1\",\"words\":{\"en\":\"around late"
                                + " 2024\",\"fr\":\"vers fin 2024\"}}");
    }

    @Test
    void a_date_is_told_and_an_open_end_is_left_out() {
        String answer =
                given().queryParam("edtf", "../2025").get("/dates").then().extract().asString();

        assertThat(answer)
                .isEqualTo(
                        "{\"edtf\":\"../2025\",\"latest\":\"2025-12-31\",\"words\":{\"en\":\"by"
                                + " 2025\",\"fr\":\"au plus tard en 2025\"}}");
    }

    @Test
    void several_dates_are_told_in_the_order_asked() {
        List<String> asked = List.of("2025~", "2024", "2025~");

        given().queryParam("edtf", asked)
                .get("/dates")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("items.edtf", equalTo(asked))
                .body("items[1].earliest", equalTo("2024-01-01"))
                .body("items[1].latest", equalTo("2024-12-31"))
                .body("items[2].words.fr", equalTo("vers 2025"));
    }

    @Test
    void every_one_of_several_that_is_no_date_is_named_at_its_place() {
        given().queryParam("edtf", "2024-13", "2024", "soon")
                .get("/dates")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", equalTo(List.of("/edtf/0", "/edtf/2")))
                .body("errors[0].detail", containsString("2024-13"))
                .body("errors[1].detail", containsString("soon"));
    }

    @Test
    void as_many_dates_as_are_allowed_are_told_at_once() {
        List<String> asked = Collections.nCopies(DateParameters.MOST_DATES, "2024");

        given().queryParam("edtf", asked)
                .get("/dates")
                .then()
                .statusCode(200)
                .body("items.edtf", equalTo(asked));
    }

    @Test
    void one_date_more_than_that_is_refused() {
        List<String> asked = Collections.nCopies(DateParameters.MOST_DATES + 1, "2024");

        given().queryParam("edtf", asked)
                .get("/dates")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/edtf")))
                .body("errors[0].detail", containsString("at most 200 times"));
    }

    @Test
    void unknown_words_are_refused_with_the_nearest_known_ones() {
        given().queryParam("text", "last yaer")
                .queryParam("anchor", "2025")
                .get("/dates")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/text"))
                .body("errors[0].allowed", hasItem("last year"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text=last%20year | /anchor | is missing",
                "text=last%20year&anchor=2025/.. | /anchor | open",
                "text=on%2030%20February%202024 | /text | means no date",
                "edtf=2024&text=2024 | /edtf | alone",
                "edtf=2024-13 | /edtf | is no date",
                "anchor=2024 | /text | Give text",
                "edtf=2024&edtf=2025&text=2024 | /edtf | alone",
                "edtf=2024&edtf=2025&anchor=2024 | /edtf | alone",
                "text=2024&text=2025 | /text | once",
                "date=2024 | /date | no parameter",
            })
    void what_is_no_date_is_refused_where_it_is_at_fault(
            String query, String pointer, String detail) {
        given().urlEncodingEnabled(false)
                .get("/dates?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
    }
}
