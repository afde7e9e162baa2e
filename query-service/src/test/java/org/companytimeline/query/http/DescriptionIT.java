package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;

/// The OpenAPI document and the service tell the same.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DescriptionIT {

    private static final UUID ID = UUID.fromString("3f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c77");

    DescriptionIT() throws SQLException {
        NaiveProjection.empty().record(ID, Said.founded("pathway", "Pathway", "2020"));
    }

    @Test
    void every_described_call_answers_its_examples() throws Exception {
        JsonNode document = document();

        for (var path : document.path("paths").properties()) {
            String address =
                    path.getKey()
                            .replace("/companies/{id}", "/companies/pathway")
                            .replace("{id}", ID.toString());
            var request = given();
            for (JsonNode parameter : parameters(document, path.getValue())) {
                JsonNode example = parameter.path("example");
                if (parameter.path("in").asText().equals("query") && !example.isMissingNode()) {
                    JsonNode value = example.isArray() ? example.path(0) : example;
                    request.queryParam(parameter.path("name").asText(), value.asText());
                }
            }
            String answered = request.get(address).then().statusCode(200).extract().contentType();
            assertThat(path.getValue().at("/get/responses/200/content").has(mediaType(answered)))
                    .as("%s: %s", address, answered)
                    .isTrue();
        }
    }

    @Test
    void the_described_parameters_are_those_that_are_taken() throws Exception {
        JsonNode document = document();

        for (var path : document.path("paths").properties()) {
            List<String> described =
                    parameters(document, path.getValue()).stream()
                            .filter(parameter -> parameter.path("in").asText().equals("query"))
                            .map(parameter -> parameter.path("name").asText())
                            .toList();
            String address =
                    path.getKey()
                            .replace("/companies/{id}", "/companies/pathway")
                            .replace("{id}", ID.toString());
            Set<String> allowed = new TreeSet<>();
            path.getValue()
                    .at("/get/responses/200/content")
                    .fieldNames()
                    .forEachRemaining(mediaType -> allowed.addAll(allowed(address, mediaType)));

            assertThat(described).as(path.getKey()).containsExactlyInAnyOrderElementsOf(allowed);
        }
    }

    private static String mediaType(String contentType) {
        return contentType.split(";", -1)[0];
    }

    private static List<String> allowed(String address, String mediaType) {
        List<String> allowed =
                given().accept(mediaType)
                        .queryParam("colour", "red")
                        .get(address)
                        .then()
                        .statusCode(400)
                        .extract()
                        .path("errors[0].allowed");
        return allowed == null ? List.of() : allowed;
    }

    @Test
    void every_reference_leads_somewhere() throws Exception {
        JsonNode document = document();

        List<JsonNode> references = document.findValues("$ref");

        assertThat(references).isNotEmpty();
        assertThat(references)
                .allSatisfy(reference ->
                        assertThat(resolve(document, reference.asText()).isMissingNode())
                                .isFalse());
    }

    @Test
    void people_can_try_the_calls() {
        given().get("/q/swagger-ui/").then().statusCode(200).body(containsString("swagger-ui"));
    }

    private static JsonNode document() throws Exception {
        return new JsonMapper()
                .readTree(
                        given().accept("application/json")
                                .get("/q/openapi?format=json")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString());
    }

    private static List<JsonNode> parameters(JsonNode document, JsonNode path) {
        List<JsonNode> parameters = new ArrayList<>();
        Stream.concat(
                        path.path("parameters").valueStream(),
                        path.path("get").path("parameters").valueStream())
                .forEach(parameter ->
                        parameters.add(
                                parameter.has("$ref")
                                        ? resolve(document, parameter.path("$ref").asText())
                                        : parameter));
        return parameters;
    }

    private static JsonNode resolve(JsonNode document, String reference) {
        return document.at(reference.substring(1));
    }
}
