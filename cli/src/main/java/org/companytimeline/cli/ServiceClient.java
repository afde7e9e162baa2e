package org.companytimeline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The HTTP services as the command line calls them.
final class ServiceClient implements AutoCloseable {
    /// How many facts of one company are read at most.
    static final int MAX_FACTS = 10_000;

    private static final int PAGE_SIZE = 1000;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    /// How long an answer, or what comes next of a long one, may take.
    static final Duration REQUEST_LIMIT = Duration.ofSeconds(60);

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .connectTimeout(CONNECT_LIMIT)
                    .build();
    private final URI query;
    private final URI ingest;

    ServiceClient(URI query, URI ingest) {
        this.query = query;
        this.ingest = ingest;
    }

    /// The folded state of a company, empty if nothing is recorded under that id.
    ///
    /// @param position what a write answered as `Timeline-Position`, to read that write; empty for
    ///   none
    Optional<JsonNode> company(String id, String position) {
        return get("/companies/" + encoded(id), position);
    }

    /// The facts of a company in timeline order, at most [#MAX_FACTS].
    List<JsonNode> timeline(String id) {
        var facts = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page =
                    get(
                                    "/companies/%s/timeline?limit=%d%s"
                                            .formatted(encoded(id), PAGE_SIZE, cursor),
                                    "")
                            .orElseThrow(() ->
                                    new CommandException(
                                            "The timeline of %s is gone".formatted(id)));
            page.path("items").forEach(facts::add);
            cursor =
                    page.hasNonNull("next") ? "&cursor=" + encoded(page.path("next").asText()) : "";
        } while (!cursor.isEmpty() && facts.size() < MAX_FACTS);
        return facts;
    }

    /// Companies whose name is like `text`, the nearest first.
    List<JsonNode> search(String text, int limit) {
        return get("/companies?q=%s&limit=%d".formatted(encoded(text), limit), "")
                .map(page -> page.path("items").valueStream().toList())
                .orElse(List.of());
    }

    boolean hasEvent(String id) {
        return get("/events/" + encoded(id), "").isPresent();
    }

    /// All timelines, as they come.
    ///
    /// @param mediaType `application/x-ndjson` or `text/csv`
    /// @param deadAfter how long nothing may come; then reading fails
    InputStream timelines(String mediaType, Duration deadAfter) {
        var address = query.resolve("/timelines");
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setRequestProperty("Accept", mediaType);
            connection.setConnectTimeout((int) CONNECT_LIMIT.toMillis());
            connection.setReadTimeout((int) deadAfter.toMillis());
            var status = connection.getResponseCode();
            if (status == OK) {
                return connection.getInputStream();
            }
            try (var body = connection.getErrorStream()) {
                throw new CommandException(
                        refusal(
                                "GET " + address,
                                status,
                                body == null
                                        ? ""
                                        : new String(body.readAllBytes(), StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw unreachable("GET " + address, e);
        }
    }

    /// Posts events, one JSON object a line, and gives the answer's lines.
    List<JsonNode> post(List<String> events, String token) {
        var request =
                HttpRequest.newBuilder(ingest.resolve("/events"))
                        .timeout(REQUEST_LIMIT)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", events) + "\n"))
                        .build();
        var response = send(request);
        if (response.statusCode() != OK) {
            throw new CommandException(refusal("POST " + request.uri(), response));
        }
        return response.body()
                .lines()
                .filter(line -> !line.isBlank())
                .map(ServiceClient::parsed)
                .toList();
    }

    private Optional<JsonNode> get(String path, String position) {
        var request =
                HttpRequest.newBuilder(URI.create(query + path))
                        .timeout(REQUEST_LIMIT)
                        .header("Accept", "application/json");
        if (!position.isEmpty()) {
            request.header("Timeline-Position", position);
        }
        var response = send(request.build());
        return switch (response.statusCode()) {
            case OK -> Optional.of(parsed(response.body()));
            case NOT_FOUND -> Optional.empty();
            default -> throw new CommandException(refusal("GET " + query + path, response));
        };
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw unreachable(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(
                    "Interrupted during %s %s".formatted(request.method(), request.uri()), e);
        }
    }

    static CommandException unreachable(String call, IOException e) {
        return new CommandException(
                "%s failed: %s. Is it running (./timeline up), and on these ports (--base-port)?"
                        .formatted(call, reason(e)),
                e);
    }

    static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static String refusal(String call, HttpResponse<String> response) {
        return refusal(call, response.statusCode(), response.body());
    }

    /// @param body a problem, of which the sentence is told with what is allowed instead
    static String refusal(String call, int status, String body) {
        return "%s answered %d%s".formatted(call, status, problem(body));
    }

    private static String problem(String body) {
        try {
            var problem = JSON.readTree(body);
            var detail = problem.path("detail").asText(problem.path("title").asText(""));
            return detail.isEmpty() ? "" : ": " + detail + allowed(problem);
        } catch (JsonProcessingException _) {
            return "";
        }
    }

    /// What the first fault allows, if the sentence is about it.
    private static String allowed(JsonNode problem) {
        return PostReport.allowed(problem.path("errors").path(0));
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new CommandException("The answer is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.close();
    }
}
