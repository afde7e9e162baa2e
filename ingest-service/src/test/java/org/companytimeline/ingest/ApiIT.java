package org.companytimeline.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.companytimeline.event.EventType;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Log.class)
class ApiIT {

    Posts posts;

    @Test
    void the_catalogue_is_open_to_all() {
        given().get("/event-types").then().statusCode(200).body("items.name", hasItem("relocated"));
    }

    @Test
    void the_example_of_every_type_can_be_posted_as_it_is() {
        for (EventType type : EventType.all()) {
            String example =
                    given().get("/event-types/" + type.name())
                            .then()
                            .statusCode(200)
                            .body("schema", hasKey("$schema"))
                            .extract()
                            .asString();

            posts.json(
                            Json.object(Json.object(example).get("example").toString()),
                            "/events?dryRun=true")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void the_api_is_documented_with_an_example_of_every_type() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body(
                        "paths.'/events'.post.requestBody.content.'application/json'.examples",
                        hasKey("relocated"))
                .body("paths.'/events'.post.responses", hasKey("503"));
    }

    @Test
    void swagger_ui_is_there() {
        given().get("/q/swagger-ui/").then().statusCode(200);
    }

    @Test
    void readiness_needs_no_token() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }
}
