package org.companytimeline.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// query-service as an import needs it: which log it shows, and how far it is.
final class ImportTimelines {
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String ANY = "/companies?limit=1";
    private static final int OK = 200;
    private static final int REJECTED = 409;
    private static final int OTHER_LOG = 410;
    private static final int NOT_YET = 503;

    private final HttpClient http;
    private final URI query;
    private final String token;

    ImportTimelines(HttpClient http, URI query, String token) {
        this.http = http;
        this.query = query;
        this.token = token;
    }

    /// Where the timelines are now. Waits while query-service says that it can't tell yet, as while
    /// facts are folded anew.
    ///
    /// @param giveUpAfter how long it may say so
    /// @param notices told what is waited for, once
    /// @throws CommandException where query-service does not answer, or refuses
    String cursor(Duration giveUpAfter, Consumer<String> notices) throws InterruptedException {
        var begun = System.nanoTime();
        var isTold = false;
        try {
            var response = get(ANY, Map.of());
            while (response.statusCode() == NOT_YET
                    && System.nanoTime() - begun < giveUpAfter.toNanos()) {
                if (!isTold) {
                    notices.accept("Waiting for query-service: " + refusal(response));
                    isTold = true;
                }
                Thread.sleep(PAUSE);
                response = get(ANY, Map.of());
            }
            if (response.statusCode() != OK) {
                throw new CommandException(refusal(response));
            }
            return response.headers().firstValue("Timeline-Cursor").orElse("");
        } catch (IOException e) {
            throw ServiceClient.unreachable("GET " + query, e);
        }
    }

    /// Whether an earlier cursor belongs to the log that is there now.
    boolean isOfThisLog(String earlier) throws InterruptedException {
        var asked =
                request("/events?from=" + ServiceClient.encoded(earlier))
                        .header("Accept", "application/x-ndjson")
                        .HEAD()
                        .build();
        try {
            var response = http.send(asked, HttpResponse.BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case OK -> true;
                case OTHER_LOG -> false;
                default -> throw new CommandException(refusal(response));
            };
        } catch (IOException e) {
            throw ServiceClient.unreachable("GET " + query, e);
        }
    }

    /// Waits until what was recorded at these positions can be read, as long as the timelines come
    /// nearer.
    ///
    /// @param positions the last offset of each partition
    /// @param giveUpAfter how long they may stand still
    void await(Map<Integer, Long> positions, Duration giveUpAfter) throws InterruptedException {
        if (positions.isEmpty()) {
            return;
        }
        var awaited =
                positions.entrySet().stream()
                        .map(position -> position.getKey() + ":" + position.getValue())
                        .collect(Collectors.joining(","));
        var movedAt = System.nanoTime();
        var cursor = "";
        var why = "";
        while (System.nanoTime() - movedAt < giveUpAfter.toNanos()) {
            try {
                var response = get(ANY, Map.of("Timeline-Position", awaited));
                if (response.statusCode() == OK || response.statusCode() == REJECTED) {
                    return;
                }
                why = refusal(response);
                if (response.statusCode() != NOT_YET) {
                    throw new CommandException(why);
                }
                var now = get(ANY, Map.of()).headers().firstValue("Timeline-Cursor").orElse(cursor);
                if (!now.equals(cursor)) {
                    cursor = now;
                    movedAt = System.nanoTime();
                }
            } catch (IOException e) {
                why = ServiceClient.reason(e);
            }
            Thread.sleep(PAUSE);
        }
        throw new CommandException(
                "Everything is recorded, but for %d seconds the timelines came no nearer to it: %s"
                        .formatted(giveUpAfter.toSeconds(), why));
    }

    private HttpResponse<String> get(String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        var asked = request(path);
        headers.forEach(asked::header);
        return http.send(asked.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(query + path))
                .timeout(REQUEST_LIMIT)
                .header("Authorization", "Bearer " + token);
    }

    private static String refusal(HttpResponse<String> response) {
        return ServiceClient.refusal(
                "GET " + response.uri(), response.statusCode(), response.body());
    }
}
