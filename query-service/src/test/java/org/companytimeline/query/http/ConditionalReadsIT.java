package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ConditionalReadsIT {

    private static final UUID FACT = UUID.fromString("0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c77");

    private final NaiveProjection log = NaiveProjection.empty();

    ConditionalReadsIT() throws SQLException {
        log.record(FACT, Said.founded("pathway", "Pathway", "2020"));
        log.record(Said.launched("pathway", "A product", "2024"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/companies",
                "/companies?q=pathway",
                "/companies/pathway",
                "/companies/pathway/timeline",
                "/companies/pathway/timeline?limit=1&order=desc",
                "/facts/0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c77",
                "/facts/0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c77/claims",
                "/events",
                "/events?company=pathway&limit=1",
                "/events/0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c77",
            })
    void what_is_unchanged_is_not_sent_again(String path) {
        String tag =
                given().get(path)
                        .then()
                        .statusCode(200)
                        .contentType("application/json")
                        .header("Vary", "Accept")
                        .header("Cache-Control", "no-cache")
                        .header("Timeline-Cursor", matchesPattern("[A-Za-z0-9_-]{20,}"))
                        .extract()
                        .header("ETag");

        assertThat(tag).matches("\"[A-Za-z0-9_-]{22}\"");
        for (String condition : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            given().header("If-None-Match", condition)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .header("Vary", "Accept")
                    .header("Cache-Control", "no-cache")
                    .header("Timeline-Cursor", matchesPattern("[A-Za-z0-9_-]{20,}"))
                    .body(equalTo(""));
        }
        given().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
        given().head(path).then().statusCode(200).header("ETag", tag).body(equalTo(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/companies",
                "/companies/pathway",
                "/companies/pathway/timeline",
                "/companies/pathway/timeline?limit=1",
                "/facts/0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c77",
                "/facts/0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c77/claims",
                "/events",
                "/events?company=pathway",
            })
    void a_change_gives_another_tag_and_cursor(String path) throws Exception {
        var before = given().get(path).then().extract();

        log.record(Said.founded("pathway", "Pathway", "2020-05"));

        var after =
                given().header("If-None-Match", before.header("ETag"))
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract();
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(after.header("Timeline-Cursor")).isNotEqualTo(before.header("Timeline-Cursor"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/companies/pathway",
                "/companies/pathway/timeline?limit=1",
                "/facts/0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c77",
                "/events?company=pathway&limit=1",
                "/events/0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c77",
            })
    void a_change_elsewhere_changes_neither_tag_nor_body(String path) throws Exception {
        var before = given().get(path).then().extract();

        log.record(Said.founded("lago", "Lago", "2020-05"));

        var after = given().get(path).then().extract();
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(after.asString()).isEqualTo(before.asString());
        given().header("If-None-Match", before.header("ETag")).get(path).then().statusCode(304);
    }

    @Test
    void an_unchanged_body_is_recognised_before_it_is_read() throws Exception {
        String path = "/companies/pathway/timeline";
        String tag = given().get(path).then().extract().header("ETag");
        NaiveProjection.sql("alter table fact rename to fact_out_of_reach");
        try {
            given().header("If-None-Match", tag).get(path).then().statusCode(304);
            given().get(path).then().statusCode(503);
        } finally {
            NaiveProjection.sql("alter table fact_out_of_reach rename to fact");
        }
    }

    @Test
    void two_questions_have_two_tags() {
        String ascending =
                given().get("/companies/pathway/timeline").then().extract().header("ETag");
        String descending =
                given().get("/companies/pathway/timeline?order=desc")
                        .then()
                        .extract()
                        .header("ETag");
        String shorter =
                given().get("/companies/pathway/timeline?limit=1").then().extract().header("ETag");

        assertThat(ascending).isNotEqualTo(descending).isNotEqualTo(shorter);
    }
}
