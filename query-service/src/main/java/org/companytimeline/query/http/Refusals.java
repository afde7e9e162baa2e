package org.companytimeline.query.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import org.companytimeline.event.Fault;
import org.companytimeline.query.QueryConfig;
import org.companytimeline.query.view.Refusal;
import org.companytimeline.query.view.Snapshot;
import org.companytimeline.query.view.Statistics;

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
            case Refusal.CompanyNotKnownThen unknown ->
                    Problem.of(
                            404,
                            "Company %s was not known at that point: the first event that mentions it was recorded later."
                                    .formatted(unknown.company()));
            case Refusal.FactNotKnownThen unknown ->
                    Problem.of(
                            404,
                            "Fact or claim %s was not known at that point: it was recorded later."
                                    .formatted(unknown.id()));
            case Refusal.FactNotHappenedThen fact ->
                    Problem.of(
                            404,
                            "Fact %s had not happened by the day in asOf%s."
                                    .formatted(fact.id(), given.sureness()));
            case Refusal.NoFact event ->
                    Problem.of(404, "%s belongs to no fact: %s".formatted(event.id(), why(event)))
                            .with("event", "/events/" + event.id());
            case Refusal.Ambiguous ambiguous ->
                    Problem.of(
                                    409,
                                    "Several companies use the id %s: add company, as in one of the candidates."
                                            .formatted(ambiguous.id()))
                            .with("candidates", ambiguous.locations());
            case Refusal.FromAfterTo _ -> Problem.badParameters(List.of(Parameters.FROM_AFTER_TO));
            case Refusal.TooManyGroups _ ->
                    Problem.badParameters(
                            List.of(
                                    new Fault(
                                            "/by",
                                            "There are more than %d groups: group by fewer dimensions, or filter by the others."
                                                    .formatted(Statistics.MOST_GROUPS),
                                            List.of())));
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

    private static String why(Refusal.NoFact event) {
        return switch (event.why()) {
            case UNKNOWN_TYPE -> "its type is not known.";
            case TARGET_NOT_RECORDED ->
                    "its target %s is not recorded for the same company.".formatted(event.target());
            case TARGET_RECORDED_LATER ->
                    "its target %s is an annotation that was recorded after it, and it counts only for those before."
                            .formatted(event.target());
            case TARGET_OF_UNKNOWN_TYPE ->
                    "the type of its target %s is not known.".formatted(event.target());
            case TARGET_IS_ITSELF -> "it is about itself.";
            case TARGET_WITHOUT_FACT ->
                    "its target %s belongs to none either.".formatted(event.target());
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
