package org.companytimeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.companytimeline.ingest.accept.InFlightBytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Log.class)
@TestProfile(BoundsIT.Narrow.class)
class BoundsIT {

    public static final class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "company-timeline.ingest.event-bytes-max", "4K",
                    "company-timeline.ingest.batch-bytes-max", "8K",
                    "company-timeline.ingest.in-flight-bytes-max", "8K",
                    "company-timeline.ingest.streams-per-publisher-max", "1",
                    "company-timeline.ingest.acknowledged-within", "10S");
        }
    }

    LogUnderTest log;
    Posts posts;
    @Inject InFlightBytes inFlight;

    @AfterEach
    void nothing_stays_in_flight() {
        await().atMost(Duration.ofSeconds(30)).until(() -> inFlight.held() == 0);
    }

    @Test
    void more_bytes_in_flight_than_the_bound_are_refused_at_once() {
        ObjectNode event = Examples.event().put("note", "n".repeat(3_000));
        posts.json(event).then().statusCode(201);
        log.freeze();
        CompletableFuture<Response> first = inBackground(event);
        CompletableFuture<Response> second = inBackground(event);

        Response overIt;
        try {
            await().atMost(Duration.ofSeconds(5)).until(() -> inFlight.held() > 6_000);
            overIt = posts.json(event);
        } finally {
            log.thaw();
        }

        overIt.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1");
        assertThat(overIt.time()).isLessThan(1_500);
        assertThat(first.join().statusCode()).isEqualTo(201);
        assertThat(second.join().statusCode()).isEqualTo(201);
    }

    @Test
    void a_stream_longer_than_the_bound_on_bytes_in_flight_is_taken_whole() throws IOException {
        byte[] line = (Examples.event().put("note", "n".repeat(3_000)) + "\n").getBytes(UTF_8);
        try (OpenStream stream = OpenStream.open(posts.publisherToken())) {
            for (int i = 0; i < 50; i++) {
                stream.send(line);
            }
            stream.end();

            List<ObjectNode> answers = stream.readAll();

            assertThat(answers.subList(0, 50))
                    .extracting(answer -> answer.get("status").intValue())
                    .containsOnly(201);
        }
    }

    @Test
    void one_stream_more_than_a_publisher_may_have_is_told_to_wait() throws IOException {
        try (OpenStream stream = OpenStream.open(posts.publisherToken())) {
            stream.send(Examples.event() + "\n");
            stream.readLine();

            Response second = post("application/x-ndjson", Examples.event().toString());

            second.then()
                    .statusCode(429)
                    .contentType("application/problem+json")
                    .header("Retry-After", "1");
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        post("application/x-ndjson", Examples.event().toString()).statusCode()
                                == 200);
    }

    @Test
    void a_batch_over_its_bound_is_refused() {
        Response response =
                post("application/cloudevents-batch+json", "[" + " ".repeat(9_000) + "]");

        response.then().statusCode(413).contentType("application/problem+json");
    }

    private CompletableFuture<Response> inBackground(ObjectNode event) {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> answer.complete(posts.json(event)));
        return answer;
    }

    private Response post(String contentType, String body) {
        return posts.publisher().contentType(contentType).body(body).post("/events");
    }
}
