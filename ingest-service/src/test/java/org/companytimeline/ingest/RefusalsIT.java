package org.companytimeline.ingest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.companytimeline.local.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(Log.class)
class RefusalsIT {

    Posts posts;

    @AfterEach
    void the_service_goes_on() {
        posts.json(Examples.event()).then().statusCode(201);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("not JSON", "type=relocated"),
                Arguments.of("nothing", ""),
                Arguments.of("cut off", Examples.event().toString().substring(0, 40)),
                Arguments.of("a lone surrogate", withNote("\\ud83d")),
                Arguments.of("100,000 levels deep", "[".repeat(100_000)),
                Arguments.of("two documents", "{}{}"),
                Arguments.of("another character set than UTF-8", withNote("\u00e9")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void unreadable(String what, String body) {
        Response response =
                posts.publisher()
                        .contentType("application/json")
                        .body(body.getBytes(ISO_8859_1))
                        .post("/events");

        problem(response, 400).body("errors[0].detail", not(blankOrNullString()));
    }

    private static String withNote(String escaped) {
        return Examples.event().put("note", "NOTE").toString().replace("NOTE", escaped);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("a type of the wrong kind", "/type", event -> event.put("type", 7)),
                refused("an unknown type", "/type", event -> event.put("type", "exploded")),
                refused("no source", "/sources", event -> event.remove("sources")),
                refused("no company", "/company", event -> event.remove("company")),
                refused(
                        "an impossible date",
                        "/when/edtf",
                        event -> event.putObject("when").put("edtf", "2024-02-30")),
                refused("a misspelt field", "/notes", event -> event.put("notes", "x")),
                refused("an id that is none", "/id", event -> event.put("id", "42")));
    }

    private static Arguments refused(String what, String pointer, Consumer<ObjectNode> change) {
        ObjectNode event = Examples.event();
        change.accept(event);
        return Arguments.of(what, pointer, event.toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String what, String pointer, String body) {
        Response response =
                posts.publisher().contentType("application/json").body(body).post("/events");

        problem(response, 422).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void text_with_the_character_zero_is_refused_or_taken_but_never_breaks_the_service() {
        Response response =
                posts.publisher()
                        .contentType("application/json")
                        .body(withNote("a\\u0000b"))
                        .post("/events");

        problem(response, 422).body("errors[0].pointer", equalTo("/note"));
    }

    @Test
    void an_unknown_type_is_answered_with_the_known_ones() {
        Response response = posts.json(Examples.event().put("type", "exploded"));

        problem(response, 422).body("errors[0].allowed", hasItem("relocated"));
    }

    @Test
    void an_unknown_cloudevent_type_is_refused() {
        ObjectNode event =
                Examples.cloudEvent(Examples.event(), UUID.randomUUID(), Tokens.PUBLISHER)
                        .put("type", "org.companytimeline.exploded.v1");

        Response response = cloudEvent(event);

        problem(response, 422)
                .body("errors[0].pointer", equalTo("/type"))
                .body("errors[0].allowed", hasItem("org.companytimeline.relocated.v1"));
    }

    @Test
    void a_cloudevent_without_an_id_is_refused() {
        ObjectNode event =
                Examples.cloudEvent(Examples.event(), UUID.randomUUID(), Tokens.PUBLISHER);
        event.remove("id");

        Response response = cloudEvent(event);

        problem(response, 422).body("errors[0].detail", not(blankOrNullString()));
    }

    @Test
    void a_cloudevent_of_an_older_specification_is_refused() {
        ObjectNode event =
                Examples.cloudEvent(Examples.event(), UUID.randomUUID(), Tokens.PUBLISHER)
                        .put("specversion", "0.3");

        Response response = cloudEvent(event);

        problem(response, 422);
    }

    @Test
    void a_cloudevent_with_a_lone_surrogate_is_unreadable() {
        String event =
                Examples.cloudEvent(
                                Examples.event().put("note", "NOTE"),
                                UUID.randomUUID(),
                                Tokens.PUBLISHER)
                        .toString()
                        .replace("NOTE", "\\ud83d");

        Response response =
                posts.publisher()
                        .contentType("application/cloudevents+json")
                        .body(event)
                        .post("/events");

        problem(response, 400);
    }

    private Response cloudEvent(ObjectNode event) {
        return posts.publisher()
                .contentType("application/cloudevents+json")
                .body(event.toString())
                .post("/events");
    }

    @Test
    void a_body_over_its_bound_is_refused() {
        byte[] body = new byte[2 * 1024 * 1024];

        Response response =
                posts.publisher().contentType("application/json").body(body).post("/events");

        problem(response, 413);
    }

    @Test
    void no_token_is_refused() {
        Response response = posts.json(given(), Examples.event(), "/events");

        problem(response, 401).header("WWW-Authenticate", "Bearer");
    }

    @Test
    void no_token_with_a_large_body_is_refused() {
        Response response =
                given().contentType("application/json")
                        .body(new byte[2 * 1024 * 1024])
                        .post("/events");

        problem(response, 401);
    }

    @Test
    void a_token_that_is_none_is_refused() {
        Response response =
                posts.json(
                        given().header("Authorization", "Bearer abc"), Examples.event(), "/events");

        problem(response, 401)
                .header("WWW-Authenticate", equalTo("Bearer error=\"invalid_token\""));
    }

    @Test
    void an_expired_token_is_refused() {
        Response response = posts.json(posts.expired(), Examples.event(), "/events");

        problem(response, 401);
    }

    @Test
    void a_token_without_the_scope_is_refused() {
        Response response =
                posts.json(
                        posts.as(Tokens.PUBLISHER, "timelines:read"), Examples.event(), "/events");

        problem(response, 403);
    }

    @Test
    void a_token_whose_subject_is_no_uri_is_refused() {
        Response response =
                posts.json(posts.as("newsroom", "events:write"), Examples.event(), "/events");

        problem(response, 403);
    }

    @Test
    void another_publisher_than_the_tokens_is_refused() {
        Response response =
                posts.json(Examples.event().put("publisher", "https://example.org/other"));

        problem(response, 403).body("errors[0].allowed", hasItem(Tokens.PUBLISHER));
    }

    @Test
    void another_source_than_the_tokens_is_refused() {
        Response response =
                cloudEvent(
                        Examples.cloudEvent(
                                Examples.event(), UUID.randomUUID(), "https://example.org/other"));

        problem(response, 403);
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/xml", "nonsense"})
    void another_media_type_is_refused(String contentType) {
        Response response =
                posts.publisher()
                        .header("Content-Type", contentType)
                        .body(Examples.event().toString().getBytes(UTF_8))
                        .post("/events");

        problem(response, 415);
    }

    @Test
    void a_compressed_body_is_refused() {
        Response response =
                posts.json(
                        posts.publisher().header("Content-Encoding", "gzip"),
                        Examples.event(),
                        "/events");

        problem(response, 415);
    }

    @ParameterizedTest
    @CsvSource({"dryrun=true", "dryRun=yes", "dryRun=true&dryRun=false", "x=1"})
    void a_query_that_is_not_understood_writes_nothing(String query) {
        Response response = posts.json(Examples.event(), "/events?" + query);

        problem(response, 400);
    }

    @Test
    void an_idempotency_key_over_its_bound_is_refused() {
        Response response =
                posts.json(
                        posts.publisher().header("Idempotency-Key", "k".repeat(201)),
                        Examples.event(),
                        "/events");

        problem(response, 400);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /events, 405",
        "DELETE, /events, 405",
        "POST, /event-types, 405",
        "GET, /, 404",
        "GET, /companies, 404",
        "GET, /event-types/exploded, 404"
    })
    void what_is_not_there_is_a_problem_too(String method, String path, int status) {
        RequestSpecification request = posts.publisher();

        Response response = request.request(method, path);

        problem(response, status);
    }

    @Test
    void a_method_that_is_not_allowed_is_answered_with_those_that_are() {
        Response response = posts.publisher().get("/events");

        problem(response, 405).header("Allow", "POST");
    }

    @Test
    void an_answer_that_the_client_does_not_accept_is_refused() {
        Response response =
                posts.json(posts.publisher().accept("text/html"), Examples.event(), "/events");

        problem(response, 406);
    }

    private static ValidatableResponse problem(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        return response.then()
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("title", not(blankOrNullString()))
                .body("detail", not(blankOrNullString()));
    }
}
