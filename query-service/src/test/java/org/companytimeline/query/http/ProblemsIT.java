package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ProblemsIT {

    @TestHTTPResource URI address = URI.create("http://localhost");

    private final NaiveProjection log = NaiveProjection.empty();

    ProblemsIT() throws SQLException {}

    @ParameterizedTest
    @CsvSource({
        "/companies?limit=0, limit",
        "/companies?limit=1001, limit",
        "/companies?limit=-1, limit",
        "/companies?limit=ten, limit",
        "/companies?limit=99999999999, limit",
        "/companies?limit=5&limit=6, limit",
        "/companies?cursor=, cursor",
        "/companies?cursor=AQEAAAAA, cursor",
        "/companies?country=France, country",
        "/companies?country=XX, country",
        "/companies?type=exploded, type",
        "/companies?status=reported, status",
        "/companies?foundedFrom=yesterday, foundedFrom",
        "/companies?foundedTo=2024-13, foundedTo",
        "/companies?match=maybe, match",
        "/companies?raisedAtLeast=10, currency",
        "/companies?currency=EUR, raisedAtLeast",
        "/companies?raisedAtLeast=-1&currency=EUR, raisedAtLeast",
        "/companies?raisedAtLeast=1e9&currency=EUR, raisedAtLeast",
        "/companies?raisedAtLeast=1&currency=XXQ, currency",
        "/companies?facets=colour, facets",
        "/companies?q=a%00b, q",
        "/companies/UPPER, company",
        "/companies/with%20blank, company",
        "/companies/pathway/timeline?from=yesterday, from",
        "/companies/pathway/timeline?to=2024-13, to",
        "/companies/pathway/timeline?match=maybe, match",
        "/companies/pathway/timeline?order=up, order",
        "/companies/pathway/timeline?status=true, status",
        "/events?order=ASC, order",
        "/events?company=Not%20One, company",
        "/events/1, id",
        "/events/1-1-1-1-1, id",
        "/facts/none, id",
        "/facts/none/claims?limit=x, id",
    })
    void a_bad_parameter_is_named(String path, String parameter) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("status", equalTo(400))
                .body("title", equalTo("Bad Request"))
                .body("detail", notNullValue())
                .body("errors[0].pointer", equalTo("/" + parameter))
                .body("errors[0].detail", notNullValue());
    }

    @Test
    void all_faults_are_told_at_once_with_what_is_allowed() {
        given().get("/companies/pathway/timeline?order=up&limit=0&colour=red")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/colour", "/order", "/limit")))
                .body("errors[0].allowed", hasItem("match"))
                .body("errors[1].allowed", equalTo(List.of("asc", "desc")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/companies",
                "/companies/pathway",
                "/companies/pathway/timeline",
                "/events",
                "/events/0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c77",
                "/facts/0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c77",
                "/facts/0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c77/claims",
            })
    void an_unknown_parameter_is_refused_everywhere(String path) {
        given().queryParam("colour", "red")
                .get(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/colour"));
    }

    @Test
    void a_timeline_cursor_is_no_page_cursor_and_the_answer_says_so() {
        String cursor = given().get("/companies").then().extract().header("Timeline-Cursor");

        given().queryParam("cursor", cursor)
                .get("/events")
                .then()
                .statusCode(400)
                .body("detail", containsString("Timeline-Cursor"));
    }

    @Test
    void a_cursor_with_a_slip_is_refused() throws Exception {
        log.record(Said.founded("a", "A", "2020"));
        log.record(Said.founded("b", "B", "2020"));
        String next = given().queryParam("limit", 1).get("/events").then().extract().path("next");
        char other = next.charAt(12) == 'A' ? 'B' : 'A';

        given().queryParam("cursor", next.substring(0, 12) + other + next.substring(13))
                .get("/events")
                .then()
                .statusCode(400);
        given().queryParam("cursor", next + "A").get("/events").then().statusCode(400);
        given().queryParam("cursor", next).get("/events").then().statusCode(200);
    }

    @Test
    void a_cursor_that_lies_ahead_is_answered_503() throws Exception {
        log.record(Said.founded("a", "A", "2020"));
        log.record(Said.founded("b", "B", "2020"));
        String next = given().queryParam("limit", 1).get("/events").then().extract().path("next");
        NaiveProjection.empty();

        given().queryParam("cursor", next)
                .get("/events")
                .then()
                .statusCode(503)
                .header("Retry-After", Integer::parseInt, greaterThanOrEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/companies/a/b/c", "/q/nothing", "/favicon.ico"})
    void a_path_that_leads_nowhere_is_a_problem(String path) {
        given().get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"POST", "PUT", "DELETE", "PATCH"})
    void reading_is_all_that_can_be_done(Method method) {
        given().contentType("application/json")
                .body("{}")
                .request(method, "/companies")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", containsString("GET"));
    }

    @Test
    void another_representation_than_json_is_not_acceptable() {
        given().accept("application/xml")
                .get("/companies")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/companies")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    @Test
    void a_fault_is_a_problem_that_tells_nothing_of_the_inside() throws Exception {
        log.record(Said.founded("a", "A", "2020"));
        NaiveProjection.sql("update event set body = 'no JSON'");

        given().get("/companies/a")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("detail", equalTo("The service failed on this request; its log tells why."))
                .body(not(containsString("Exception")));
    }

    @Test
    void a_read_while_facts_are_folded_anew_is_answered_503() throws Exception {
        log.record(Said.founded("a", "A", "2020"));
        NaiveProjection.sql(
                "update projection_partition set serve_from = 1000 where partition = 3");

        given().get("/companies/a/timeline")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", Integer::parseInt, greaterThanOrEqualTo(1));
        given().get("/q/health/ready").then().statusCode(503);
    }

    @Test
    void a_read_of_facts_of_another_fold_is_answered_503() throws Exception {
        NaiveProjection.sql("update projection_partition set fold_version = fold_version + 1");

        given().get("/companies").then().statusCode(503);
    }

    @Test
    void a_read_before_anything_is_projected_is_answered_503() throws Exception {
        NaiveProjection.sql("truncate projection_partition");

        given().get("/companies").then().statusCode(503);
        given().get("/q/health/ready").then().statusCode(503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /companies?q=%ff%fe HTTP/1.1",
                "GET /companies/%c0%80 HTTP/1.1",
                "GET /companies?q=%ed%a0%80 HTTP/1.1",
            })
    void an_address_that_cannot_be_decoded_is_no_fault_of_the_service(String requestLine)
            throws Exception {
        String answer = raw(requestLine);

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    }

    @Test
    void the_answer_to_a_request_is_never_guessed_to_be_html() {
        given().get("/companies")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .statusCode(200);
    }

    private String raw(String requestLine) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(
                    (requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
