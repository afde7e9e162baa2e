package org.companytimeline.ingest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.companytimeline.event.Position;
import org.companytimeline.event.When;
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
        return utf8("{\"dryRun\":true" + id(valid) + when(valid) + "}");
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
            case Answer.Valid valid -> "\"status\":200,\"dryRun\":true" + id(valid) + when(valid);
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

    private static String when(Answer.Valid valid) {
        When when = valid.when();
        return when == null ? "" : ",\"when\":" + json(members(when));
    }

    private static Map<String, String> members(When when) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("edtf", when.edtf().toString());
        if (when.text() != null) {
            members.put("text", when.text());
        }
        if (when.anchor() != null) {
            members.put("anchor", when.anchor().toString());
        }
        if (when.rule() != null) {
            members.put("rule", when.rule());
        }
        return members;
    }

    private static String instant(Instant instant) {
        return INSTANT.format(instant);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("problems and dates are always JSON: " + value, e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
