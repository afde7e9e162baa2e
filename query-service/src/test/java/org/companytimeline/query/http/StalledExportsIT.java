package org.companytimeline.query.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Readers that take nothing of an export, where only one may run.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(StalledExportsIT.OneAtATime.class)
class StalledExportsIT {

    /// One export, and little patience.
    public static final class OneAtATime implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "company-timeline.export.concurrent", "1",
                    "company-timeline.export.stalled-after", "2s");
        }
    }

    @BeforeAll
    static void insert() throws Exception {
        ManyFacts.insert();
    }

    @Test
    void one_more_than_may_run_is_told_to_come_later_until_the_stalled_one_is_cut_off()
            throws Exception {
        try (ExportClient stalled = ExportClient.whenThereIsRoom()) {
            given().accept("application/x-ndjson")
                    .get("/timelines")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("30"));

            ExportClient.whenThereIsRoom().close();

            ExportClient.Rest rest = stalled.rest();
            assertThat(rest.isWhole()).isFalse();
            assertThat(rest.text()).isNotEmpty().doesNotContain("\"end\"");
        }
    }

    @Test
    void one_that_reads_gets_all_to_the_last_line() throws Exception {
        try (ExportClient reader = ExportClient.whenThereIsRoom()) {
            ExportClient.Rest rest = reader.rest();

            assertThat(rest.isWhole()).isTrue();
            assertThat(rest.text().lines().count()).isEqualTo(ManyFacts.COUNT + 1L);
            assertThat(rest.text()).endsWith("\"facts\":" + ManyFacts.COUNT + "}}\n");
        }
    }

    @Test
    void over_http_2_the_stream_is_reset_and_the_others_of_its_connection_go_on() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            HttpClient client =
                    vertx.createHttpClient(
                            new HttpClientOptions()
                                    .setProtocolVersion(HttpVersion.HTTP_2)
                                    .setHttp2ClearTextUpgrade(false)
                                    .setHttp2MaxPoolSize(1));
            CompletableFuture<Throwable> cut = new CompletableFuture<>();
            HttpClientResponse stalled = openExport(client, cut);

            assertThat(cut.get(60, TimeUnit.SECONDS)).isInstanceOf(StreamResetException.class);

            HttpClientResponse other = open(client, "/companies?limit=1", cut);
            assertThat(other.statusCode()).isEqualTo(200);
            assertThat(other.request().connection()).isSameAs(stalled.request().connection());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    /// The place of one that has just gone may not be free yet.
    private static HttpClientResponse openExport(
            HttpClient client, CompletableFuture<Throwable> cut) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> open(client, "/timelines", cut),
                        response -> response.statusCode() == 200);
    }

    /// Asks, and takes nothing of the answer.
    private static HttpClientResponse open(
            HttpClient client, String path, CompletableFuture<Throwable> cut) throws Exception {
        return client.request(HttpMethod.GET, RestAssured.port, "localhost", path)
                .compose(HttpClientRequest::send)
                .onSuccess(response -> {
                    response.pause();
                    response.exceptionHandler(cut::complete);
                })
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }
}
