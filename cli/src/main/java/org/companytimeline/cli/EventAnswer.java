package org.companytimeline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.companytimeline.event.Position;

/// What ingest-service answered for one event.
sealed interface EventAnswer {
    /// The event is recorded.
    record Taken(Position position) implements EventAnswer {}

    /// The event is at fault: it would be refused again.
    record Refused(RowRefusal why) implements EventAnswer {}

    /// It may be taken when it is sent again.
    record Later(String why) implements EventAnswer {}

    /// The poster may not send it.
    record Forbidden(String why) implements EventAnswer {}

    /// Reads `{line, status, id, position}` or `{line, status, problem}`.
    static EventAnswer of(JsonNode line) {
        var status = line.path("status").asInt();
        var problem = line.path("problem");
        if (Statuses.isOk(status)) {
            return new Taken(Position.parse(line.path("position").asText()));
        }
        if (Statuses.LATER.contains(status)) {
            return new Later(problem.path("detail").asText("status " + status));
        }
        return Statuses.FORBIDDEN.contains(status)
                ? new Forbidden(problem.path("detail").asText("status " + status))
                : new Refused(RowRefusal.ofProblem(problem));
    }

    /// What a status means for what was posted.
    final class Statuses {
        /// In flight, too many, a fault of the service or of what stands before it.
        static final Set<Integer> LATER = Set.of(408, 409, 425, 429, 500, 502, 503, 504);

        static final Set<Integer> FORBIDDEN = Set.of(401, 403);

        private Statuses() {}

        static boolean isOk(int status) {
            return status >= 200 && status < 300;
        }
    }
}
