package org.companytimeline.model;

import java.util.UUID;
import org.companytimeline.event.CompanyEvent.Annotation;
import org.companytimeline.event.CompanyEvent.Corrected;
import org.companytimeline.event.CompanyEvent.Retracted;
import org.companytimeline.event.Event;

/// What an event of a lineage does, and why not more, in words.
final class Reasons {

    private Reasons() {}

    static String sentence(Part part) {
        Event event = part.event().event();
        return switch (part.reason()) {
            case NONE -> effect(part, event);
            case WITHOUT_AUTHORITY -> withoutAuthority(part, event);
            case UNFIT ->
                    "It has no effect: the change does not fit the claim that it is to correct.";
            case NO_CLAIM -> "It has no effect: what it is about is no claim.";
            case RETRACTED -> "It counts no more: it was retracted%s.".formatted(by(part));
            case CORRECTED -> "It counts no more as it is: it was corrected%s.".formatted(by(part));
            case SUPERSEDED ->
                    "It has no effect: the same claim was corrected again later%s."
                            .formatted(by(part));
            case MOOT ->
                    "It has no effect: %s was corrected or retracted, or does not count."
                            .formatted(target(event));
        };
    }

    private static String effect(Part part, Event event) {
        return switch (part.effect()) {
            case CLAIMS ->
                    event.details() instanceof Corrected
                            ? "It corrects %s and counts in its place.".formatted(target(event))
                            : "It counts as it was posted.";
            case RETRACTS -> "It retracts %s.".formatted(target(event));
            case CONFIRMS -> "It confirms the claim: its sources count among those of the claim.";
            case DISPUTES -> "It disputes the claim, which shows as a conflict.";
            case NONE -> "It has no effect.";
        };
    }

    private static String withoutAuthority(Part part, Event event) {
        String because = "its publisher is neither the target's nor an operator";
        if (part.effect() == Part.Effect.DISPUTES) {
            return "It weighs as a dispute: %s.".formatted(because);
        }
        return event.details() instanceof Retracted
                ? "It has no effect: only the publisher of %s or an operator can retract it."
                        .formatted(target(event))
                : "It has no effect: %s.".formatted(because);
    }

    private static String by(Part part) {
        UUID by = part.by();
        return by == null ? "" : " by " + by;
    }

    private static String target(Event event) {
        return event.details() instanceof Annotation about ? about.target().toString() : "it";
    }
}
