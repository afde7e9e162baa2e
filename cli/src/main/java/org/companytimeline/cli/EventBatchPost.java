package org.companytimeline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Posts events to ingest-service in one NDJSON request. Safe for use by several threads.
final class EventBatchPost {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(60);
    private static final int OK = 200;

    private final HttpClient http;
    private final URI events;
    private final String token;

    EventBatchPost(HttpClient http, URI ingest, String token) {
        this.http = http;
        this.token = token;
        events = ingest.resolve("/events");
    }

    /// What became of a request.
    ///
    /// @param answers one for each event; null for one that was not answered
    /// @param trouble why not all were answered; empty if they were
    /// @param retryAfter what the service said of when to come again
    record Outcome(List<@Nullable EventAnswer> answers, String trouble, String retryAfter) {}

    /// What was answered before a connection was lost counts.
    ///
    /// @throws CommandException where the service refuses the request as a whole
    Outcome post(List<RowEvent> batch) throws InterruptedException {
        var answered = new ByteArrayOutputStream(batch.size() * 192);
        var exchange =
                http.sendAsync(
                        request(batch),
                        HttpResponse.BodyHandlers.ofByteArrayConsumer(
                                part -> part.ifPresent(answered::writeBytes)));
        try {
            var response = exchange.get(REQUEST_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            var retryAfter = response.headers().firstValue("Retry-After").orElse("");
            if (response.statusCode() != OK) {
                return new Outcome(
                        unanswered(batch),
                        refusal(response.statusCode(), text(answered)),
                        retryAfter);
            }
            var answers = answers(batch, text(answered));
            return new Outcome(
                    answers, answers.contains(null) ? "not all was answered" : "", retryAfter);
        } catch (ExecutionException e) {
            return new Outcome(answers(batch, text(answered)), reason(e.getCause()), "");
        } catch (TimeoutException _) {
            return new Outcome(
                    answers(batch, text(answered)),
                    "no answer within %d seconds".formatted(REQUEST_LIMIT.toSeconds()),
                    "");
        } finally {
            exchange.cancel(true);
        }
    }

    private HttpRequest request(List<RowEvent> batch) {
        var body = new ByteArrayOutputStream(batch.size() * 512);
        for (var event : batch) {
            body.writeBytes(event.json());
            body.write('\n');
        }
        return HttpRequest.newBuilder(events)
                .timeout(REQUEST_LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
    }

    private static List<@Nullable EventAnswer> unanswered(List<RowEvent> batch) {
        List<@Nullable EventAnswer> unanswered = new ArrayList<>(batch.size());
        batch.forEach(_ -> unanswered.add(null));
        return unanswered;
    }

    /// @param body its last line may be cut
    private static List<@Nullable EventAnswer> answers(List<RowEvent> batch, String body) {
        var answers = unanswered(batch);
        for (var line : body.lines().toList()) {
            try {
                var answer = JSON.readTree(line);
                var number = answer.path("line").asInt();
                if (number >= 1 && number <= answers.size()) {
                    answers.set(number - 1, EventAnswer.of(answer));
                }
            } catch (JsonProcessingException _) {
                return answers;
            }
        }
        return answers;
    }

    /// @return why, where the same may be taken later
    private String refusal(int status, String body) {
        var refusal = ServiceClient.refusal("POST " + events, status, body);
        if (!EventAnswer.Statuses.LATER.contains(status)) {
            throw new CommandException(refusal);
        }
        return refusal;
    }

    private static String reason(@Nullable Throwable cause) {
        return cause instanceof IOException e ? ServiceClient.reason(e) : String.valueOf(cause);
    }

    private static String text(ByteArrayOutputStream body) {
        return body.toString(StandardCharsets.UTF_8);
    }
}
