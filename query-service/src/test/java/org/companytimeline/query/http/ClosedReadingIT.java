package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.companytimeline.local.Tokens;
import org.companytimeline.query.ClosedReading;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(ClosedReading.class)
class ClosedReadingIT {

    private static final Duration HOUR = Duration.ofHours(1);

    ClosedReadingIT() throws SQLException {
        NaiveProjection.empty();
    }

    @Test
    void without_a_token_nothing_is_told() {
        given().get("/companies")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"));
        given().get("/companies?limit=0").then().statusCode(401);
        given().get("/timelines").then().statusCode(401);
    }

    @Test
    void a_token_with_the_scope_may_read_and_caches_keep_the_answer_for_it_alone() {
        given().auth()
                .oauth2(token("timelines:read"))
                .get("/companies")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept, Authorization");
    }

    @Test
    void a_token_without_the_scope_may_not() {
        given().auth()
                .oauth2(token("events:write"))
                .get("/companies")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void a_token_that_is_not_valid_is_refused() {
        String expired =
                TestDatabase.tokens()
                        .mint("urn:x", List.of("timelines:read"), Duration.ofHours(-1));
        String tampered = token("timelines:read").replaceFirst("\\.[^.]{5}", ".AAAAA");

        for (String bad : List.of(expired, tampered, "nonsense")) {
            given().auth()
                    .oauth2(bad)
                    .get("/companies")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", startsWith("Bearer"));
        }
    }

    @Test
    void health_needs_no_token() {
        given().get("/q/health/ready").then().statusCode(200);
    }

    private static String token(String scope) {
        Tokens tokens = TestDatabase.tokens();
        return tokens.mint("urn:company-timeline:reader", List.of(scope), HOUR);
    }
}
