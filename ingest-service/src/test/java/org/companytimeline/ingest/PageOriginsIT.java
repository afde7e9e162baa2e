package org.companytimeline.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What browsers are told about who may call: the page, and nobody else.
@QuarkusTest
@QuarkusTestResource(Log.class)
class PageOriginsIT {

    private static final String PAGE = "http://localhost:8080";

    Posts posts;

    @Test
    void the_page_may_post_with_a_token() {
        Response answer =
                preflight(PAGE, "POST", "authorization,content-type,idempotency-key")
                        .options("/events");

        answer.then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", PAGE)
                .header("Access-Control-Allow-Methods", "GET, POST")
                .header(
                        "Access-Control-Allow-Headers",
                        "Authorization, Content-Type, Idempotency-Key")
                .header("Vary", equalToIgnoringCase("Origin"));
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void the_page_reads_where_its_event_stands() {
        Response answer =
                posts.json(posts.publisher().header("Origin", PAGE), Examples.event(), "/events");

        answer.then()
                .statusCode(201)
                .header("Access-Control-Allow-Origin", PAGE)
                .header("Access-Control-Expose-Headers", "Location, Retry-After, Timeline-Position")
                .header("Vary", equalToIgnoringCase("Origin"));
    }

    @Test
    void the_page_reads_the_catalogue() {
        given().header("Origin", PAGE)
                .get("/event-types/funded")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", PAGE);
    }

    @Test
    void the_page_reads_why_it_was_refused() {
        Response answer = posts.json(given().header("Origin", PAGE), Examples.event(), "/events");

        answer.then().statusCode(401).header("Access-Control-Allow-Origin", PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://localhost:8080.evil.example",
                "https://localhost:8080",
                "http://localhost",
                "http://LOCALHOST:8080",
                "null",
                "*"
            })
    void the_preflight_of_another_origin_is_refused(String origin) {
        Response answer = preflight(origin, "POST", "authorization").options("/events");

        answer.then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("status", equalTo(403));
        assertThat(allowances(answer)).isEmpty();
    }

    @Test
    void another_origin_is_let_read_nothing() {
        Response answer = given().header("Origin", "https://evil.example").get("/event-types");

        assertThat(allowances(answer)).isEmpty();
    }

    @Test
    void who_calls_without_a_browser_gets_what_he_always_got() {
        Response answer = posts.json(Examples.event().put("id", UUID.randomUUID().toString()));

        answer.then().statusCode(201);
        assertThat(allowances(answer)).isEmpty();
        assertThat(answer.header("Vary")).isNull();
    }

    private static RequestSpecification preflight(String origin, String method, String headers) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", headers);
    }

    private static List<String> allowances(Response answer) {
        return answer.headers().asList().stream()
                .map(Header::getName)
                .filter(name -> name.regionMatches(true, 0, "Access-Control-", 0, 15))
                .toList();
    }
}
