package org.companytimeline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.companytimeline.event.Position;

/// The recorded events that timeline-service put on no timeline, as an import needs them.
final class RejectedEvents {
    /// How many rows with such events are told one by one.
    static final int MOST_ROWS = 100_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(60);
    private static final int PAGE_SIZE = 100;
    private static final int OK = 200;

    private final HttpClient http;
    private final URI timeline;
    private final String operatorToken;

    RejectedEvents(HttpClient http, URI timeline, String operatorToken) {
        this.http = http;
        this.timeline = timeline;
        this.operatorToken = operatorToken;
    }

    /// Those of an import, each under the line on which it stands.
    ///
    /// @param point where its events lie
    /// @param seen the events of the file
    /// @throws CommandException where timeline-service refuses or does not answer
    Map<Long, RowRefusal> byLine(ImportPoint point, SeenEvents seen) throws InterruptedException {
        var byLine = new TreeMap<Long, RowRefusal>();
        var cursor = "";
        do {
            var page = page(cursor);
            for (var item : page.path("items")) {
                if (lies(Position.parse(item.path("position").asText()), point)) {
                    var line =
                            seen.lineOf(
                                    item.path("key").path("text").asText(), header(item, "ce_id"));
                    if (line > 0) {
                        byLine.putIfAbsent(line, why(item));
                    }
                }
            }
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty() && byLine.size() < MOST_ROWS);
        return byLine;
    }

    private static boolean lies(Position position, ImportPoint point) {
        var first = point.first().get(position.partition());
        var last = point.positions().get(position.partition());
        return first != null
                && last != null
                && position.offset() >= first
                && position.offset() <= last;
    }

    private static RowRefusal why(JsonNode item) {
        return RowRefusal.ofRow(
                "Its event at %s was recorded and rejected (%s): %s"
                        .formatted(
                                item.path("position").asText(),
                                item.path("reason").asText(),
                                item.path("detail").asText()));
    }

    private static String header(JsonNode item, String name) {
        return item.path("headers")
                .valueStream()
                .filter(header -> header.path("name").asText().equals(name))
                .map(header -> header.path("value").path("text").asText())
                .findFirst()
                .orElse("");
    }

    private JsonNode page(String cursor) throws InterruptedException {
        var address =
                URI.create(
                        "%s/rejected-events?limit=%d%s"
                                .formatted(
                                        timeline,
                                        PAGE_SIZE,
                                        cursor.isEmpty() ? "" : "&cursor=" + cursor));
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(REQUEST_LIMIT)
                        .header("Authorization", "Bearer " + operatorToken)
                        .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new CommandException(
                        ServiceClient.refusal(
                                "GET " + address, response.statusCode(), response.body()));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw ServiceClient.unreachable("GET " + address, e);
        }
    }
}
