package org.companytimeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a publisher, a reader and an operator send to a stack.
final class StackClient implements AutoCloseable {

    private final int basePort;
    private final Path tokens;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    /// @param basePort of query-service, with the others after it
    /// @param tokens the folder of the token files
    StackClient(int basePort, Path tokens) {
        this.basePort = basePort;
        this.tokens = tokens;
    }

    URI query() {
        return service(0);
    }

    URI ingest() {
        return service(1);
    }

    URI timeline() {
        return service(2);
    }

    private URI service(int offset) {
        return URI.create("http://127.0.0.1:" + (basePort + offset));
    }

    String token(String name) {
        Path file = tokens.resolve(name + ".jwt");
        try {
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException("reading the token " + file, failure);
        }
    }

    boolean isReady(URI service) {
        try {
            return get(service.resolve("/q/health/ready")).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    HttpResponse<String> get(URI address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.timeout(Duration.ofSeconds(30)).build());
    }

    /// The items of all pages of a list of query-service.
    List<JsonNode> all(String list) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        while (true) {
            HttpResponse<String> page = get(query().resolve(list + cursor));
            if (page.statusCode() != 200) {
                throw new AssertionError(list + " answered " + page.body());
            }
            items.addAll(Json.items(page));
            JsonNode next = Json.of(page).get("next");
            if (next == null) {
                return items;
            }
            cursor = "&cursor=" + next.asText();
        }
    }

    /// Posts one event in the short form with the publisher's token.
    HttpResponse<String> post(String event, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(ingest().resolve("/events"))
                        .header("Authorization", "Bearer " + token("publisher"))
                        .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(
                request.timeout(Duration.ofSeconds(30))
                        .POST(HttpRequest.BodyPublishers.ofString(event))
                        .build());
    }

    /// Posts events, one a line, with the operator's token.
    HttpResponse<String> postLines(String events) {
        return send(
                HttpRequest.newBuilder(ingest().resolve("/events"))
                        .header("Authorization", "Bearer " + token("operator"))
                        .header("Content-Type", "application/x-ndjson")
                        .timeout(Duration.ofMinutes(1))
                        .POST(HttpRequest.BodyPublishers.ofString(events))
                        .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at " + request.uri(), interrupted);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
