package org.companytimeline.ingest;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The answers to many posts of one event at the same time.
///
/// @param statuses how often each came
/// @param created the different bodies of the answers with 201
record RacingPosts(Map<Integer, Long> statuses, Set<String> created) {

    static RacingPosts of(int count, ObjectNode event, String token) {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + RestAssured.port + "/events"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(event.toString()))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<HttpResponse<String>> answers =
                    IntStream.range(0, count)
                            .mapToObj(i ->
                                    client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                            .toList()
                            .stream()
                            .map(CompletableFuture::join)
                            .toList();
            return new RacingPosts(
                    answers.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            HttpResponse::statusCode,
                                            TreeMap::new,
                                            Collectors.counting())),
                    answers.stream()
                            .filter(answer -> answer.statusCode() == 201)
                            .map(HttpResponse::body)
                            .collect(Collectors.toSet()));
        }
    }

    static Response untilInFlight(Callable<Response> post) {
        return await().atMost(Duration.ofSeconds(10))
                .until(post, response -> response.statusCode() == 409);
    }

    static Response untilCreated(Callable<Response> post) {
        return await().atMost(Duration.ofSeconds(30))
                .until(post, response -> response.statusCode() == 201);
    }
}
