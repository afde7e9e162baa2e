package org.companytimeline.query.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.Map;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The shells of pages, without their scripts.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PagesIT {

    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final NaiveProjection log = NaiveProjection.empty();

    PagesIT() throws SQLException {
        log.record(Said.founded("lago", "Lago", "2019"));
        log.record(Said.founded("lago-inc", "Lago Inc.", "2019-03"));
        log.record(Said.sameAs("lago-inc", "lago"));
    }

    @ParameterizedTest
    @CsvSource({
        "/,start",
        "/companies/lago?knownAt=2024-01-01T00:00:00Z,company",
        "/compare?company=lago,compare",
        "/feed?type=funded,feed",
        "/post,post"
    })
    void a_browser_gets_the_shell_of_a_page(String address, String page) {
        given().accept(BROWSER)
                .get(address)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Vary", equalTo("Accept, Accept-Language, Cookie"))
                .header("Cache-Control", "no-cache")
                .body(containsString("<page-" + page + ">"));
    }

    @Test
    void scripts_and_styles_come_from_the_service_alone_and_only_ingest_is_called_besides() {
        given().accept(BROWSER)
                .get("/")
                .then()
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'none'; script-src 'self';"),
                                containsString("connect-src 'self' http://localhost:8081;"),
                                not(containsString("unsafe"))))
                .body(not(containsString("<style")))
                .body(not(containsString("style=")));
    }

    @Test
    void json_is_answered_to_all_others() {
        given().get("/companies/lago").then().statusCode(200).contentType("application/json");
    }

    @Test
    void a_company_that_nobody_mentioned_has_a_page_that_says_so() {
        given().accept(BROWSER)
                .get("/companies/nobody")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("<page-unknown>"));
    }

    @Test
    void what_cannot_be_an_id_is_not_written_into_the_page() {
        given().accept(BROWSER)
                .get("/companies/{id}", "<script>alert(1)</script>")
                .then()
                .statusCode(404)
                .body(not(containsString("alert(1)")));
    }

    @Test
    void a_merged_record_leads_to_the_page_of_its_company_with_the_query_kept() {
        given().accept(BROWSER)
                .redirects()
                .follow(false)
                .get("/companies/lago-inc?fact=a&lang=fr")
                .then()
                .statusCode(308)
                .header("Location", containsString("/companies/lago?fact=a&lang=fr"))
                .header("Cache-Control", "no-store");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,-,-,en",
                "-,-,'fr-CA,fr;q=0.9,en;q=0.8',fr",
                "-,-,'de,fr;q=0.5',fr",
                "-,en,fr,en",
                "fr,en,en,fr",
                "xx,yy,zz,en"
            })
    void the_language_is_that_of_the_address_else_the_chosen_one_else_the_preferred_one(
            @Nullable String address,
            @Nullable String chosen,
            @Nullable String preferred,
            String shown) {
        RequestSpecification request = given().accept(BROWSER);
        if (address != null) {
            request.queryParam("lang", address);
        }
        if (chosen != null) {
            request.cookie("lang", chosen);
        }
        if (preferred != null) {
            request.header("Accept-Language", preferred);
        }

        request.get("/")
                .then()
                .header("Vary", containsString("Accept-Language, Cookie"))
                .body(containsString("<html lang=\"" + shown + "\""));
    }

    @ParameterizedTest
    @CsvSource({"dark,dark", "light,light", "'\"><script>',auto"})
    void the_chosen_colours_are_in_the_page_before_any_script_runs(String chosen, String shown) {
        given().accept(BROWSER)
                .cookies(Map.of("theme", chosen))
                .get("/")
                .then()
                .body(containsString("data-theme=\"" + shown + "\""));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'gzip, deflate, br',gzip",
                "'br, gzip;q=0.5',gzip",
                "gzip;q=0,-",
                "identity,-"
            })
    void scripts_are_kept_for_ever_and_compressed_for_those_who_take_it(
            String accepted, @Nullable String coded) {
        given().config(
                        RestAssuredConfig.config()
                                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", accepted)
                .get("/static/bundle/sample-T3ST5AMP.js")
                .then()
                .statusCode(200)
                .contentType("text/javascript")
                .header("Content-Encoding", equalTo(coded))
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Vary", "Accept-Encoding")
                .header("X-Content-Type-Options", "nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/static/bundle/none.js", "/static/bundle/..%2f..%2fapplication.properties"})
    void no_other_file_is_given(String address) {
        given().urlEncodingEnabled(false).get(address).then().statusCode(404);
    }
}
