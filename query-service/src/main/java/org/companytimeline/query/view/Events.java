package org.companytimeline.query.view;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.companytimeline.event.CompanyId;

/// Reads of recorded events.
public final class Events {

    private Events() {}

    /// Recorded events, page by page, all as they stood at the first page.
    public static Answer page(
            Snapshot snapshot, EventFilter filter, Direction direction, PageRequest page) {
        LogState log = snapshot.log();
        return new Pages<>(
                        Question.of("events", filter, direction),
                        "",
                        () -> firstPoint(snapshot, log, filter),
                        EventKey::read,
                        (at, after, limit) -> snapshot.events(filter, direction, at, after, limit))
                .answer(log, page);
    }

    /// One recorded event.
    public static Answer one(Snapshot snapshot, UUID id, Optional<CompanyId> subject) {
        List<StoredEvent> events = snapshot.events(id, subject);
        return switch (events.size()) {
            case 0 -> new Answer.Refused(new Refusal.UnknownEvent(id));
            case 1 -> {
                StoredEvent event = events.getFirst();
                yield new Answer.Found(
                        EntityTag.of(
                                "event",
                                snapshot.log().cursor().log(),
                                event.position(),
                                snapshot.log().foldVersion()),
                        event.body());
            }
            default ->
                    new Answer.Refused(
                            new Refusal.Ambiguous(
                                    id,
                                    events.stream()
                                            .map(event ->
                                                    "/events/%s?company=%s"
                                                            .formatted(id, event.subject()))
                                            .toList()));
        };
    }

    private static Cursor firstPoint(Snapshot snapshot, LogState log, EventFilter filter) {
        return filter.companies().isEmpty()
                ? log.cursor()
                : Cursor.justAfter(log.cursor().log(), snapshot.changes(filter.companies()));
    }
}
