package org.companytimeline.ingest;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.companytimeline.local.Tokens;

/// Posts with the tokens of the service under test.
public final class Posts {

    private final Tokens tokens;

    Posts(Tokens tokens) {
        this.tokens = tokens;
    }

    RequestSpecification publisher() {
        return with(publisherToken());
    }

    RequestSpecification operator() {
        return with(tokens.operator());
    }

    RequestSpecification as(String subject, String... scopes) {
        return with(tokens.mint(subject, List.of(scopes), Duration.ofMinutes(1)));
    }

    RequestSpecification expired() {
        return with(
                tokens.mint(Tokens.PUBLISHER, List.of("events:write"), Duration.ofMinutes(-10)));
    }

    String publisherToken() {
        return tokens.publisher();
    }

    private static RequestSpecification with(String token) {
        return given().config(
                        RestAssured.config()
                                .encoderConfig(
                                        encoderConfig()
                                                .encodeContentTypeAs(
                                                        "application/x-ndjson", ContentType.TEXT)))
                .header("Authorization", "Bearer " + token);
    }

    Response json(ObjectNode event) {
        return json(event, "/events");
    }

    Response json(ObjectNode event, String path) {
        return json(publisher(), event, path);
    }

    Response json(RequestSpecification poster, ObjectNode event, String path) {
        return poster.contentType("application/json").body(event.toString()).post(path);
    }
}
