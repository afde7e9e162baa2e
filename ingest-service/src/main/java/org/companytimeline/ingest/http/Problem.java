package org.companytimeline.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.companytimeline.event.Fault;
import org.companytimeline.ingest.accept.Answer;
import org.companytimeline.ingest.accept.Refusal;
import org.jspecify.annotations.Nullable;

/// An error as its client gets it: `application/problem+json` (RFC 9457).
///
/// @param detail what to change or when to try again
/// @param errors the fields at fault, at most [#ERRORS_MAX]
/// @param id the id of the event, where it is known, so that a retry can name it
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String title, int status, String detail, List<Fault> errors, @Nullable UUID id) {

    static final String MEDIA_TYPE = "application/problem+json";
    static final int ERRORS_MAX = 100;

    static Problem of(int status, String detail) {
        return new Problem(title(status), status, detail, List.of(), null);
    }

    static Problem unsupportedMediaType() {
        return of(
                415,
                "Post as application/json (also with ce- headers), application/cloudevents+json,"
                        + " application/cloudevents-batch+json or application/x-ndjson, in UTF-8.");
    }

    static Problem of(Answer.Refused refused) {
        int status = status(refused.refusal());
        return new Problem(title(status), status, refused.detail(), refused.faults(), refused.id());
    }

    Problem with(Fault error) {
        return new Problem(title, status, detail, List.of(error), id);
    }

    /// The same with at most `count` errors, the last of which tells how many are left out.
    Problem withErrorsAtMost(int count) {
        if (errors.size() <= count) {
            return this;
        }
        List<Fault> first = new ArrayList<>(errors.subList(0, count - 1));
        first.add(
                new Fault(
                        "", "And " + (errors.size() - first.size()) + " more errors.", List.of()));
        return new Problem(title, status, detail, first, id);
    }

    /// Whether the same request can succeed later.
    boolean canBeRetried() {
        return status == 409 || status == 429 || status == 503;
    }

    private static int status(Refusal refusal) {
        return switch (refusal) {
            case UNREADABLE -> 400;
            case FOREIGN_PUBLISHER, FOREIGN_MARK -> 403;
            case IN_FLIGHT -> 409;
            case TOO_LARGE -> 413;
            case INVALID, REUSED -> 422;
            case BUSY, LOG_UNAVAILABLE, OUTCOME_UNKNOWN -> 503;
        };
    }

    private static String title(int status) {
        Status known = Status.fromStatusCode(status);
        return known != null
                ? known.getReasonPhrase()
                : status == 422 ? "Unprocessable Content" : "Error";
    }
}
