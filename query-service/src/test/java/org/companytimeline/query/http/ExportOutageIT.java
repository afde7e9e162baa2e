package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;

/// The database dies under an export.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ExportOutageIT {

    @Test
    void an_export_whose_database_dies_never_ends_as_if_it_were_whole() throws Exception {
        ManyFacts.insert();
        try (ExportClient reader = ExportClient.whenThereIsRoom()) {
            assertThat(reader.chunk()).isNotEmpty();

            TestDatabase.kill();
            ExportClient.Rest rest = reader.rest();
            int whileAway = given().accept("text/csv").get("/timelines").statusCode();
            TestDatabase.restart();

            assertThat(rest.isWhole()).isFalse();
            assertThat(rest.text()).doesNotContain("\"end\"");
            assertThat(whileAway).isEqualTo(503);
            try (ExportClient again = ExportClient.whenThereIsRoom()) {
                assertThat(again.rest().isWhole()).isTrue();
            }
        }
    }
}
