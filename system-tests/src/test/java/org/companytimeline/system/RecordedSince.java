package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What was recorded on a stack since this was made, and more of it.
final class RecordedSince {

    private static final int EVENTS_A_POST = 40;
    private static final int COMPANIES = 8;

    private final RunningStack stack;
    private final String begin;
    private int posts;
    private String lastPosition = "";

    RecordedSince(RunningStack stack) {
        this.stack = stack;
        begin =
                stack.get(stack.query().resolve("/companies?limit=1"))
                        .headers()
                        .firstValue("Timeline-Cursor")
                        .orElseThrow();
    }

    /// The cursor where it began.
    String begin() {
        return begin;
    }

    /// Posts events of several companies, with texts that could break lines and terminals.
    void post() {
        int post = posts++;
        String lines =
                IntStream.range(0, EVENTS_A_POST)
                        .mapToObj(event ->
                                Claims.launched(
                                                "followed-" + event % COMPANIES,
                                                "Rocket \u2028\u202e %d-%d".formatted(post, event))
                                        .replace('\n', ' '))
                        .collect(Collectors.joining("\n"));
        HttpResponse<String> answer = stack.postLines(lines);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        lastPosition =
                Json.of(answer.body().lines().toList().getLast()).get("timelinePosition").asText();
    }

    /// All that was recorded, what was posted last included.
    List<JsonNode> events() {
        HttpResponse<String> events =
                stack.get(
                        stack.query().resolve("/events?follow=false&from=" + begin),
                        "Accept",
                        "application/x-ndjson",
                        "Timeline-Position",
                        lastPosition);
        assertThat(events.statusCode()).as(events.body()).isEqualTo(200);
        return events.body()
                .lines()
                .map(Json::of)
                .filter(line -> line.has("event"))
                .map(line -> line.get("event"))
                .toList();
    }

    /// Events by partition, since between partitions there is no order.
    static Map<String, List<JsonNode>> byPartition(List<JsonNode> events) {
        return events.stream()
                .collect(
                        Collectors.groupingBy(
                                event -> event.get("position").asText().split(":", 2)[0]));
    }
}
