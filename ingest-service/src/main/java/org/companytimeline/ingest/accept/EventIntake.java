package org.companytimeline.ingest.accept;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.companytimeline.event.Decoded;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.EventType;
import org.companytimeline.event.Fault;
import org.companytimeline.event.PostedDefaults;
import org.companytimeline.ingest.accept.EventLog.Appended;
import org.companytimeline.ingest.accept.EventLog.Availability;
import org.jspecify.annotations.Nullable;

/// Takes posted events: checks them, gives them their identity, and appends each once to the log.
///
/// Safe for use by many threads. Nothing here blocks; an answer that waits for the log is a future
/// that always completes with an [Answer].
public final class EventIntake {

    private final EventLog log;
    private final RecentEvents recent;

    public EventIntake(EventLog log, RecentEvents recent) {
        this.log = log;
        this.recent = recent;
    }

    public CompletableFuture<Answer> accept(Posted posted) {
        @Nullable RequestKey key = posted.key();
        UUID idWithoutOwn = key == null ? UUID.randomUUID() : key.eventId();
        return switch (decode(posted, idWithoutOwn)) {
            case Decoded.Malformed malformed -> answered(malformed(malformed));
            case Decoded.Unknown unknown -> answered(unknownType(unknown));
            case Decoded.Known known -> {
                Event event = marked(known.event(), posted.poster());
                boolean drawn = key == null && event.id().equals(idWithoutOwn);
                if (!posted.poster().mayPostAs(event.publisher())) {
                    yield answered(foreignPublisher(posted, event));
                }
                if (event.operator() && !posted.poster().operator()) {
                    yield answered(foreignMark(posted));
                }
                if (posted.dryRun()) {
                    yield answered(Answer.Valid.of(event, drawn));
                }
                yield drawn ? append(event) : appendOnce(event, key);
            }
        };
    }

    /// What an operator says about an event in its own name bears the operator's mark.
    private static Event marked(Event event, Poster poster) {
        boolean own = poster.operator() && poster.publisher().equals(event.publisher());
        return own && EventType.of(event.details()).isAnnotation() ? event.byOperator() : event;
    }

    private static Decoded decode(Posted posted, UUID idWithoutOwn) {
        // Whoever the document names is decoded first and judged after: the refusal is another.
        return switch (posted.form()) {
            case Posted.ShortForm form ->
                    EventCodec.decodePosted(
                            form.json(),
                            new PostedDefaults(idWithoutOwn, posted.poster().publisher(), true));
            case Posted.CloudEventForm form -> EventCodec.decodePosted(form.event());
        };
    }

    private CompletableFuture<Answer> appendOnce(Event event, @Nullable RequestKey key) {
        List<RecentEvents.Name> names = new ArrayList<>(2);
        // The key first: where both were used for something else, that is what to tell.
        if (key != null) {
            names.add(new RecentEvents.KeyName(key));
        }
        names.add(new RecentEvents.EventName(event.company().id(), event.id()));
        return switch (recent.claim(names, Fingerprint.of(event))) {
            case RecentEvents.Claim.SameAsBefore same -> answered(same.answer());
            case RecentEvents.Claim.OtherContent other -> answered(reused(event, other.name()));
            case RecentEvents.Claim.InFlight() -> answered(inFlight(event));
            case RecentEvents.Claim.Fresh fresh -> {
                // A future of its own: whoever waits may give up, the window must be settled.
                CompletableFuture<Answer> answered = new CompletableFuture<>();
                var _ =
                        append(event)
                                .whenComplete((answer, fault) -> {
                                    if (fault == null) {
                                        settle(fresh.ticket(), answer);
                                        answered.complete(answer);
                                    } else {
                                        recent.unknown(fresh.ticket());
                                        answered.completeExceptionally(fault);
                                    }
                                });
                yield answered;
            }
        };
    }

    private void settle(RecentEvents.Ticket ticket, Answer answer) {
        switch (answer) {
            case Answer.Recorded recorded -> recent.recorded(ticket, recorded);
            case Answer.Refused refused when refused.refusal() == Refusal.OUTCOME_UNKNOWN ->
                    recent.unknown(ticket);
            case Answer.Refused refused -> recent.notWritten(ticket);
            case Answer.Valid valid -> recent.notWritten(ticket);
        }
    }

    private CompletableFuture<Answer> append(Event event) {
        return switch (log.availability()) {
            case Availability.Unavailable no ->
                    answered(
                            refused(
                                    Refusal.LOG_UNAVAILABLE,
                                    "Nothing was written: " + no.reason() + ". Try again.",
                                    event));
            case Availability.Available() ->
                    log.append(event).thenApply(appended -> answer(event, appended));
        };
    }

    private static Answer answer(Event event, Appended appended) {
        return switch (appended) {
            case Appended.Written written ->
                    new Answer.Recorded(event.id(), written.position(), written.recordedAt());
            case Appended.NotWritten not ->
                    refused(
                            Refusal.LOG_UNAVAILABLE,
                            "Nothing was written: " + not.reason() + ". Try again.",
                            event);
            case Appended.TooLarge large ->
                    refused(
                            Refusal.TOO_LARGE,
                            "The event is too large for the log: "
                                    + large.reason()
                                    + ". Post a shorter one.",
                            event);
            case Appended.Unknown unknown ->
                    refused(
                            Refusal.OUTCOME_UNKNOWN,
                            "The event may have been written or not: "
                                    + unknown.reason()
                                    + ". Post it again with the same id "
                                    + event.id()
                                    + "; it counts once.",
                            event);
        };
    }

    private static Answer malformed(Decoded.Malformed malformed) {
        return malformed.readable()
                ? new Answer.Refused(
                        Refusal.INVALID,
                        "The event can be read but not accepted. Change what errors names.",
                        malformed.faults(),
                        null)
                : new Answer.Refused(
                        Refusal.UNREADABLE,
                        "The event can't be read as JSON. Change what errors names.",
                        malformed.faults(),
                        null);
    }

    private static Answer unknownType(Decoded.Unknown unknown) {
        return new Answer.Refused(
                Refusal.INVALID,
                "There is no event type " + unknown.type() + ".",
                new Fault(
                        "/type",
                        "No such event type. Use one of the allowed ones.",
                        EventType.all().stream().map(EventType::cloudEventType).toList()));
    }

    private static Answer foreignPublisher(Posted posted, Event event) {
        String own = posted.poster().publisher();
        String pointer =
                switch (posted.form()) {
                    case Posted.ShortForm _ -> "/publisher";
                    case Posted.CloudEventForm _ -> "/source";
                };
        return new Answer.Refused(
                Refusal.FOREIGN_PUBLISHER,
                "Your token is that of "
                        + own
                        + ", the event names another publisher: "
                        + event.publisher()
                        + ". Post it in your own name, or with the scope operate.",
                new Fault(pointer, "Not the publisher of the token.", List.of(own)));
    }

    private static Answer foreignMark(Posted posted) {
        String pointer =
                switch (posted.form()) {
                    case Posted.ShortForm _ -> "/operator";
                    case Posted.CloudEventForm _ -> "";
                };
        return new Answer.Refused(
                Refusal.FOREIGN_MARK,
                "The event says that an operator posts it, your token lacks the scope operate."
                        + " Leave out operator, or post with that scope.",
                new Fault(pointer, "operator needs a token with the scope operate.", List.of()));
    }

    private static Answer reused(Event event, RecentEvents.Name name) {
        return switch (name) {
            case RecentEvents.EventName id ->
                    refused(
                            Refusal.REUSED,
                            "The id "
                                    + id.id()
                                    + " was used for another event of "
                                    + id.company()
                                    + ". Post a new event with a new id, or correct the first with"
                                    + " a corrected event.",
                            event);
            case RecentEvents.KeyName key ->
                    refused(
                            Refusal.REUSED,
                            "The Idempotency-Key "
                                    + key.key().key()
                                    + " was used for another event. Give each event its own key.",
                            event);
        };
    }

    private static Answer inFlight(Event event) {
        return refused(
                Refusal.IN_FLIGHT,
                "The same id or Idempotency-Key is being written right now. Try again to get its"
                        + " answer.",
                event);
    }

    private static Answer refused(Refusal refusal, String detail, Event event) {
        return new Answer.Refused(refusal, detail, List.of(), event.id());
    }

    private static CompletableFuture<Answer> answered(Answer answer) {
        return CompletableFuture.completedFuture(answer);
    }
}
