package org.companytimeline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.parsetools.RecordParser;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;

/// Several streams on one connection.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SlowReaderIT.LittlePatience.class)
class Http2StreamsIT {

    private static final int CONNECTION_WINDOW_BYTES = 1 << 20;
    private static final long INTERNAL_ERROR = 2;

    private final NaiveProjection log = NaiveProjection.ofAnotherLog();

    Http2StreamsIT() throws SQLException {}

    @Test
    void one_that_takes_nothing_is_let_go_and_the_others_of_its_connection_go_on()
            throws Exception {
        log.recordAll(LargeEvents.said(200));
        Vertx vertx = Vertx.vertx();
        try {
            HttpClient client =
                    vertx.createHttpClient(
                            new HttpClientOptions()
                                    .setProtocolVersion(HttpVersion.HTTP_2)
                                    .setHttp2ClearTextUpgrade(false)
                                    .setHttp2MaxPoolSize(1)
                                    .setHttp2ConnectionWindowSize(CONNECTION_WINDOW_BYTES));
            CompletableFuture<Throwable> cut = new CompletableFuture<>();
            BlockingQueue<String> lines = new LinkedBlockingQueue<>();
            HttpClientResponse unread =
                    open(
                            client,
                            "/events?from=beginning",
                            response -> {
                                response.pause();
                                response.exceptionHandler(cut::complete);
                            });
            HttpClientResponse read =
                    open(
                            client,
                            "/events?from=now",
                            response ->
                                    response.handler(
                                            RecordParser.newDelimited(
                                                    "\n", line -> lines.add(line.toString()))));

            assertThat(cut.get(60, TimeUnit.SECONDS))
                    .asInstanceOf(type(StreamResetException.class))
                    .returns(INTERNAL_ERROR, StreamResetException::getCode);
            RecordedEvent next = log.record(Said.founded("lago", "Lago", "2021"));

            String line = lines.poll(60, TimeUnit.SECONDS);
            while (line != null && line.contains("\"heartbeat\":")) {
                line = lines.poll(60, TimeUnit.SECONDS);
            }
            assertThat(line).contains(next.event().id().toString());
            assertThat(read.version()).isEqualTo(HttpVersion.HTTP_2);
            assertThat(read.request().connection()).isSameAs(unread.request().connection());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    private static HttpClientResponse open(
            HttpClient client, String path, Consumer<HttpClientResponse> begin)
            throws ExecutionException, InterruptedException {
        return client.request(
                        new RequestOptions()
                                .setMethod(HttpMethod.GET)
                                .setHost("localhost")
                                .setPort(RestAssured.port)
                                .setURI(path)
                                .putHeader("Accept", StreamClient.NDJSON))
                .compose(request -> request.send())
                .onSuccess(begin::accept)
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }
}
