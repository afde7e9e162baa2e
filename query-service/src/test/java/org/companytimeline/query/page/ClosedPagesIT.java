package org.companytimeline.query.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import org.companytimeline.query.ClosedReading;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages where reading is closed.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(ClosedReading.class)
class ClosedPagesIT {

    ClosedPagesIT() throws SQLException {
        NaiveProjection log = NaiveProjection.empty();
        log.record(Said.founded("lago", "Lago", "2019"));
        log.record(Said.sameAs("lago-inc", "lago"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lago", "lago-inc", "nobody"})
    void a_page_does_not_tell_which_companies_there_are(String id) {
        given().accept("text/html")
                .redirects()
                .follow(false)
                .get("/companies/" + id)
                .then()
                .statusCode(200)
                .body(containsString("<page-company>"));
    }
}
