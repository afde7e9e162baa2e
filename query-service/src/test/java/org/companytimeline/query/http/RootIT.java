package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RootIT {

    @Test
    void the_root_lists_the_links() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Vary", "Accept")
                .header("Content-Security-Policy", "default-src 'none'")
                .body("links.companies", equalTo("/companies"));
    }

    @Test
    void the_service_is_ready_while_the_read_model_can_be_read() throws Exception {
        NaiveProjection.empty();

        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/live").then().statusCode(200);
    }
}
