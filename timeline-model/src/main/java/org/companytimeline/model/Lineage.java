package org.companytimeline.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.event.Source;
import org.jspecify.annotations.Nullable;

/// A claim and all annotations that lead to it, directly or through other annotations: what became
/// of the claim (ADR 0010).
///
/// @param claim the claim as it was posted
/// @param head the claim that it comes to: itself, or a correction, which says what its target said
///   but for the change, under its own id and position
/// @param isRetracted whether the head is retracted: then it shapes nothing
/// @param confirmations of the head, in recorded order
/// @param disputes of the head, in recorded order; retractions and corrections without authority
///   among them
/// @param parts the claim and every annotation in recorded order, with what it does; kept only
///   where there is an annotation
public record Lineage(
        RecordedEvent claim,
        RecordedEvent head,
        boolean isRetracted,
        List<RecordedEvent> confirmations,
        List<RecordedEvent> disputes,
        List<Part> parts) {

    /// The order of heads: their own recorded order, those that stand first.
    static final Comparator<Lineage> STANDING_FIRST =
            (one, other) ->
                    one.isRetracted == other.isRetracted
                            ? RecordedEvent.RECORDED_ORDER.compare(one.head, other.head)
                            : Boolean.compare(one.isRetracted, other.isRetracted);

    /// A claim without annotations.
    static Lineage of(RecordedEvent claim) {
        return new Lineage(claim, claim, false, List.of(), List.of(), List.of());
    }

    /// The claim and every annotation in recorded order, with what it does.
    @Override
    public List<Part> parts() {
        return parts.isEmpty() ? List.of(Part.alone(claim)) : parts;
    }

    /// The id of the claim, by which also its corrections are known.
    public UUID id() {
        return claim.event().id();
    }

    /// The event that the head corrects; null where the head is the claim as posted.
    @Nullable UUID corrected() {
        return head.position().equals(claim.position()) ? null : correctedBy(head.event().id());
    }

    private @Nullable UUID correctedBy(UUID correction) {
        return parts.stream()
                .map(Part::event)
                .filter(event -> event.event().id().equals(correction))
                .map(Lineages::targetOf)
                .findFirst()
                .orElse(null);
    }

    /// The publisher in whose scope its thread lies.
    String publisher() {
        return claim.event().publisher();
    }

    /// The sources of the head and of its confirmations.
    List<Source> sources() {
        if (confirmations.isEmpty()) {
            return head.event().sources();
        }
        List<Source> sources = new ArrayList<>(head.event().sources());
        confirmations.forEach(confirmation -> sources.addAll(confirmation.event().sources()));
        return sources;
    }

    /// Whether an event belongs to it.
    public boolean holds(UUID event) {
        return parts().stream().anyMatch(part -> part.event().event().id().equals(event));
    }
}
