package org.companytimeline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What became of one posted event, in words that are harmless to a terminal.
///
/// @param lines the event's line first; for a refused one, a line per fault with its pointer and
///   what to change
record PostReport(boolean taken, List<String> lines) {
    private static final int FIRST_ERROR_STATUS = 300;

    /// @param number the event's line in the posted file
    /// @param answer what ingest-service answered for it: `{status, id, position}` or `{status,
    ///   problem}`
    static PostReport of(long number, JsonNode answer) {
        var status = answer.path("status").asInt();
        return status > 0 && status < FIRST_ERROR_STATUS
                ? taken(number, answer)
                : refused(number, status, answer.path("problem"));
    }

    private static PostReport taken(long number, JsonNode answer) {
        var line =
                "line %d: %s at %s"
                        .formatted(
                                number,
                                answer.path("id").asText(),
                                answer.path("position").asText());
        return new PostReport(true, List.of(InertText.of(line)));
    }

    private static PostReport refused(long number, int status, JsonNode problem) {
        var lines = new ArrayList<String>();
        var reason =
                text(problem, "detail").or(() -> text(problem, "title")).orElse("no reason given");
        lines.add(InertText.of("line %d: refused (%d): %s".formatted(number, status, reason)));
        for (var error : problem.path("errors")) {
            lines.add(
                    InertText.of(
                            "    "
                                    + pointer(error)
                                    + error.path("detail").asText()
                                    + allowed(error)));
        }
        return new PostReport(false, List.copyOf(lines));
    }

    /// Nothing for the whole event, whose pointer is empty.
    private static String pointer(JsonNode error) {
        var pointer = error.path("pointer").asText("");
        return pointer.isEmpty() ? "" : pointer + ": ";
    }

    /// Such as ` (allowed: true, false)`; empty if the fault names nothing.
    static String allowed(JsonNode error) {
        var allowed = error.path("allowed");
        if (allowed.isMissingNode()
                || allowed.isNull()
                || (allowed.isContainerNode() && allowed.isEmpty())) {
            return "";
        }
        var text =
                allowed.isArray()
                        ? allowed.valueStream()
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(", "))
                        : allowed.asText();
        return " (allowed: %s)".formatted(text);
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.path(field).isTextual()
                ? Optional.of(node.path(field).asText())
                : Optional.empty();
    }
}
