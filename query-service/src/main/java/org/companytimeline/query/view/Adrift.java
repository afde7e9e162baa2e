package org.companytimeline.query.view;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.companytimeline.event.CompanyEvent.Annotation;
import org.companytimeline.event.EventCodec;

/// Events that belong to no fact, and why (ADR 0010).
final class Adrift {

    private Adrift() {}

    /// Why an event that was known at a point in the log belonged to no fact then.
    static Refusal refusal(Snapshot snapshot, StoredEvent event, Cursor at) {
        if (!event.isKnown()) {
            return new Refusal.NoFact(event.id(), Refusal.Why.UNKNOWN_TYPE, event.id());
        }
        if (!(EventCodec.readRecorded(event.body().get()).event().details()
                instanceof Annotation annotation)) {
            throw new IllegalStateException("No fact holds the claim " + event.id());
        }
        UUID target = annotation.target();
        List<StoredEvent> targets =
                snapshot.events(target, Optional.of(event.subject())).stream()
                        .filter(found -> at.includes(found.position()))
                        .toList();
        return new Refusal.NoFact(event.id(), why(event, targets), target);
    }

    private static Refusal.Why why(StoredEvent event, List<StoredEvent> targets) {
        if (targets.isEmpty()) {
            return Refusal.Why.TARGET_NOT_RECORDED;
        }
        StoredEvent target = targets.getFirst();
        if (target.id().equals(event.id())) {
            return Refusal.Why.TARGET_IS_ITSELF;
        }
        if (!target.isKnown()) {
            return Refusal.Why.TARGET_OF_UNKNOWN_TYPE;
        }
        return target.position().offset() > event.position().offset()
                ? Refusal.Why.TARGET_RECORDED_LATER
                : Refusal.Why.TARGET_WITHOUT_FACT;
    }
}
