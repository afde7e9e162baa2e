package org.companytimeline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import org.companytimeline.event.Fault;
import org.companytimeline.mapping.Refusal;

/// Why a row of an imported file is not on the timelines.
///
/// @param column of the file, or a JSON pointer into the event; empty for the whole row
/// @param reason what is wrong and what to change
record RowRefusal(String column, String reason) {
    static RowRefusal ofRow(String reason) {
        return new RowRefusal("", reason);
    }

    static RowRefusal of(List<Refusal> refusals) {
        var first = refusals.getFirst();
        return refusals.size() == 1
                ? new RowRefusal(first.column(), first.reason())
                : new RowRefusal(
                        refusals.stream()
                                .map(Refusal::column)
                                .filter(column -> !column.isEmpty())
                                .distinct()
                                .collect(Collectors.joining(", ")),
                        refusals.stream().map(Refusal::toString).collect(Collectors.joining("; ")));
    }

    static RowRefusal ofFaults(List<Fault> faults) {
        return new RowRefusal(
                faults.getFirst().pointer(),
                faults.stream().map(Fault::detail).collect(Collectors.joining(" ")));
    }

    /// @param problem what ingest-service answered
    static RowRefusal ofProblem(JsonNode problem) {
        var errors = problem.path("errors");
        return new RowRefusal(
                errors.path(0).path("pointer").asText(""),
                errors.isEmpty()
                        ? problem.path("detail").asText(problem.path("title").asText())
                        : errors.valueStream()
                                .map(error ->
                                        error.path("detail").asText() + PostReport.allowed(error))
                                .collect(Collectors.joining(" ")));
    }
}
