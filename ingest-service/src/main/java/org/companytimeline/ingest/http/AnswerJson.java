package org.companytimeline.ingest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.companytimeline.event.Position;
import org.companytimeline.ingest.accept.Answer;

/// Answers as JSON. What needs no escaping is put together by hand, as these are most of what the
/// service writes.
final class AnswerJson {

    /// The most errors in an answer to one line of a stream or entry of a batch.
    private static final int ERRORS_MAX = 20;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private AnswerJson() {}

    static byte[] recorded(Answer.Recorded recorded) {
        return utf8(
                "{\"id\":\""
                        + recorded.id()
                        + "\",\"position\":\""
                        + recorded.position()
                        + "\",\"recordedAt\":\""
                        + instant(recorded.recordedAt())
                        + "\"}");
    }

    static byte[] valid(Answer.Valid valid) {
        return utf8("{\"dryRun\":true" + id(valid) + "}");
    }

    static byte[] problem(Problem problem) {
        return utf8(json(problem.withErrorsAtMost(Problem.ERRORS_MAX)));
    }

    /// An entry of a batch's answer.
    static String entry(Answer answer) {
        return "{" + members(answer) + "}";
    }

    /// The answer to one line of a stream, with its line feed.
    static String line(long line, Answer answer) {
        return "{\"line\":" + line + "," + members(answer) + "}\n";
    }

    /// Where the last event of each partition lies.
    static String timelinePosition(SortedMap<Integer, Long> offsets) {
        return offsets.entrySet().stream()
                .map(entry -> new Position(entry.getKey(), entry.getValue()).toString())
                .collect(Collectors.joining(","));
    }

    private static String members(Answer answer) {
        return switch (answer) {
            case Answer.Recorded recorded ->
                    "\"status\":201,\"id\":\""
                            + recorded.id()
                            + "\",\"position\":\""
                            + recorded.position()
                            + "\",\"recordedAt\":\""
                            + instant(recorded.recordedAt())
                            + "\"";
            case Answer.Valid valid -> "\"status\":200,\"dryRun\":true" + id(valid);
            case Answer.Refused refused -> {
                Problem problem = Problem.of(refused).withErrorsAtMost(ERRORS_MAX);
                yield "\"status\":" + problem.status() + ",\"problem\":" + json(problem);
            }
        };
    }

    private static String id(Answer.Valid valid) {
        UUID id = valid.id();
        return id == null ? "" : ",\"id\":\"" + id + "\"";
    }

    private static String instant(Instant instant) {
        return INSTANT.format(instant);
    }

    private static String json(Problem problem) {
        try {
            return JSON.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON: " + problem, e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
