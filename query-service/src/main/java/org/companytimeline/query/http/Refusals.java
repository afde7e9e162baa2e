package org.companytimeline.query.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import org.companytimeline.event.Fault;
import org.companytimeline.query.QueryConfig;
import org.companytimeline.query.view.Refusal;
import org.companytimeline.query.view.Snapshot;

/// The problem that each refusal is told as.
@ApplicationScoped
class Refusals {

    private final String rejectedEvents;

    Refusals(QueryConfig config) {
        rejectedEvents =
                config.timelineUrl().toString().replaceAll("/+$", "") + "/rejected-events/";
    }

    Problem problem(Refusal refusal, Parameters given) {
        return switch (refusal) {
            case Refusal.UnknownCompany unknown ->
                    Problem.of(404, "No event mentions a company %s.".formatted(unknown.company()));
            case Refusal.UnknownFact unknown ->
                    Problem.of(404, "There is no fact or claim %s.".formatted(unknown.id()));
            case Refusal.UnknownEvent unknown ->
                    Problem.of(404, "There is no recorded event %s.".formatted(unknown.id()));
            case Refusal.NotAClaim event ->
                    Problem.of(
                                    404,
                                    "%s is the id of an event that is no claim, so it belongs to no fact."
                                            .formatted(event.id()))
                            .with("event", "/events/" + event.id());
            case Refusal.Ambiguous ambiguous ->
                    Problem.of(
                                    409,
                                    "Several companies use the id %s: add company, as in one of the candidates."
                                            .formatted(ambiguous.id()))
                            .with("candidates", ambiguous.locations());
            case Refusal.CursorOfAnotherQuestion _ ->
                    Problem.badParameters(
                            List.of(
                                    new Fault(
                                            "/cursor",
                                            "The cursor belongs to another list, or to other"
                                                + " filters: pass it with those it was given for.",
                                            List.of())));
            case Refusal.CursorOfAnotherLog _ ->
                    Problem.of(
                                    410,
                                    "The cursor belongs to another log than the one that is served:"
                                            + " start anew without it.")
                            .with("first", given.firstPage())
                            .header(HttpHeaders.LINK, "<" + given.firstPage() + ">; rel=\"first\"");
            case Refusal.CursorAhead _ ->
                    Problem.later(
                            "The cursor lies ahead of what has been applied.",
                            Duration.ofSeconds(1));
        };
    }

    Problem rejected(Snapshot.Rejection rejection) {
        String link = rejectedEvents + rejection.position();
        return Problem.of(
                        409,
                        "The event at %s was rejected (%s), so it is not on any timeline."
                                .formatted(rejection.position(), rejection.reason()))
                .with("rejectedEvent", link)
                .header(HttpHeaders.LINK, "<" + link + ">; rel=\"related\"");
    }
}
