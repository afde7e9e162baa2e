package org.companytimeline.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.companytimeline.event.CompanyEvent.Confirmed;
import org.companytimeline.event.CompanyEvent.Corrected;
import org.companytimeline.event.CompanyEvent.Disputed;
import org.companytimeline.event.CompanyEvent.Retracted;
import org.companytimeline.event.Correction;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.Fault;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.Part.Effect;
import org.companytimeline.model.Part.Reason;
import org.jspecify.annotations.Nullable;

/// What a claim comes to with the annotations that lead to it.
///
/// An annotation leads to what was there before it, but for annotations of the claim itself. So one
/// pass in recorded order, the claim first, gives what each event says, and one pass back gives
/// what is left of it: whatever could undo an event comes before it there. One more annotation
/// changes what is left of those alone that it leads to, one after the other.
final class Settlement {

    private final Node claim;
    private final List<Node> annotations = new ArrayList<>();
    private final Map<UUID, Node> nodes = new HashMap<>();

    Settlement(RecordedEvent claim) {
        this.claim = new Node(claim, null, Says.CLAIM, claim, List.of());
        nodes.put(claim.event().id(), this.claim);
    }

    /// @param annotations in recorded order, each of the claim or of one before it
    static Lineage of(RecordedEvent claim, List<RecordedEvent> annotations) {
        Settlement settlement = new Settlement(claim);
        annotations.forEach(settlement::read);
        for (int i = settlement.annotations.size() - 1; i >= 0; i--) {
            settlement.annotations.get(i).settle();
        }
        settlement.claim.settle();
        return settlement.lineage();
    }

    /// What an event would do if nothing undid it.
    private enum Says {
        CLAIM,
        CORRECTION,
        RETRACTION,
        CONFIRMATION,
        DISPUTE,
        /// A retraction or correction of a claim without authority.
        PROTEST,
        /// A retraction of an annotation without authority, or one of an annotation that can't have
        /// any.
        NOTHING,
        /// A correction that does not fit.
        MISFIT
    }

    /// Takes an annotation of the claim or of one before it, recorded after all before it.
    void add(RecordedEvent annotation) {
        read(annotation).unsettle();
    }

    /// Takes the last annotation off again.
    void removeLast() {
        Node last = annotations.removeLast();
        nodes.remove(last.event.event().id());
        if (last.target != null) {
            last.target.about.removeLast();
        }
        last.unsettle();
    }

    /// The claim that the lineage comes to.
    RecordedEvent head() {
        return content(claim.head);
    }

    /// Whether the head is retracted.
    boolean isRetracted() {
        return claim.head.retractedBy != null;
    }

    private Node read(RecordedEvent annotation) {
        Node target = nodes.get(Lineages.targetOf(annotation));
        if (target == null) {
            throw new IllegalArgumentException(
                    annotation.event().id() + " does not lead to the claim");
        }
        Node node = node(annotation, target);
        nodes.put(annotation.event().id(), node);
        annotations.add(node);
        target.about.add(node);
        return node;
    }

    private static Node node(RecordedEvent annotation, Node target) {
        Event event = annotation.event();
        boolean hasAuthority =
                event.operator() || event.publisher().equals(target.event.event().publisher());
        return switch (event.details()) {
            case Retracted _ ->
                    plain(
                            annotation,
                            target,
                            hasAuthority
                                    ? Says.RETRACTION
                                    : target.isClaim() ? Says.PROTEST : Says.NOTHING);
            case Confirmed _ ->
                    plain(annotation, target, target.isClaim() ? Says.CONFIRMATION : Says.NOTHING);
            case Disputed _ ->
                    plain(annotation, target, target.isClaim() ? Says.DISPUTE : Says.NOTHING);
            case Corrected _ -> correction(annotation, target, hasAuthority);
            default -> throw new IllegalArgumentException(event.id() + " is no annotation");
        };
    }

    private static Node correction(RecordedEvent annotation, Node target, boolean hasAuthority) {
        RecordedEvent before = target.asClaim;
        if (before == null) {
            return plain(annotation, target, Says.NOTHING);
        }
        if (!hasAuthority) {
            return plain(annotation, target, Says.PROTEST);
        }
        return switch (EventCodec.correct(before.event(), annotation.event())) {
            case Correction.Applied applied ->
                    new Node(
                            annotation,
                            target,
                            Says.CORRECTION,
                            new RecordedEvent(
                                    applied.event(),
                                    annotation.position(),
                                    annotation.recordedAt()),
                            List.of());
            case Correction.Unfit unfit ->
                    new Node(annotation, target, Says.MISFIT, null, unfit.faults());
        };
    }

    private static Node plain(RecordedEvent annotation, Node target, Says says) {
        return new Node(annotation, target, says, null, List.of());
    }

    private Lineage lineage() {
        Node head = claim.head;
        List<RecordedEvent> confirmations = new ArrayList<>();
        List<RecordedEvent> disputes = new ArrayList<>();
        for (Node about : head.about) {
            if (about.retractedBy == null) {
                if (about.says == Says.CONFIRMATION) {
                    confirmations.add(about.event);
                } else if (about.says == Says.DISPUTE || about.says == Says.PROTEST) {
                    disputes.add(about.event);
                }
            }
        }
        List<Part> parts = new ArrayList<>();
        parts.add(claim.part(head));
        annotations.forEach(annotation -> parts.add(annotation.part(head)));
        parts.sort((a, b) -> RecordedEvent.RECORDED_ORDER.compare(a.event(), b.event()));
        return new Lineage(
                claim.event,
                content(head),
                head.retractedBy != null,
                List.copyOf(confirmations),
                List.copyOf(disputes),
                List.copyOf(parts));
    }

    private RecordedEvent content(Node head) {
        RecordedEvent content = head.asClaim;
        if (content == null) {
            throw new IllegalStateException("a head that claims nothing: " + claim.event);
        }
        return content;
    }

    /// An event and what is left of it.
    private static final class Node {
        private final RecordedEvent event;
        private final @Nullable Node target;
        private final Says says;
        private final @Nullable RecordedEvent asClaim;
        private final List<Fault> faults;
        private final List<Node> about = new ArrayList<>();
        private @Nullable Node retractedBy;
        private @Nullable Node correctedBy;
        private Node head = this;

        private Node(
                RecordedEvent event,
                @Nullable Node target,
                Says says,
                @Nullable RecordedEvent asClaim,
                List<Fault> faults) {
            this.event = event;
            this.target = target;
            this.says = says;
            this.asClaim = asClaim;
            this.faults = faults;
        }

        private boolean isClaim() {
            return asClaim != null;
        }

        private boolean stands() {
            return correctedBy != null || retractedBy == null;
        }

        /// Settles what this event leads to anew, as far as anything changes.
        private void unsettle() {
            Node next = target;
            while (next != null && next.hasChanged()) {
                next = next.target;
            }
        }

        private boolean hasChanged() {
            Node retracted = retractedBy;
            Node corrected = correctedBy;
            Node before = head;
            retractedBy = null;
            correctedBy = null;
            head = this;
            settle();
            return retractedBy != retracted || correctedBy != corrected || head != before;
        }

        private void settle() {
            for (Node other : about) {
                if (other.says == Says.RETRACTION && other.retractedBy == null) {
                    retractedBy = other;
                } else if (other.says == Says.CORRECTION && other.stands()) {
                    correctedBy = other;
                    head = other.head;
                }
            }
        }

        private Part part(Node lineageHead) {
            return switch (says) {
                case CLAIM -> claimPart(lineageHead);
                case CORRECTION -> claimPart(lineageHead);
                case RETRACTION -> unlessVoid(Effect.RETRACTS, Reason.NONE);
                case CONFIRMATION -> ofHead(lineageHead, Effect.CONFIRMS, Reason.NONE);
                case DISPUTE -> ofHead(lineageHead, Effect.DISPUTES, Reason.NONE);
                case PROTEST -> ofHead(lineageHead, Effect.DISPUTES, Reason.WITHOUT_AUTHORITY);
                case NOTHING ->
                        unlessVoid(
                                Effect.NONE,
                                event.event().details() instanceof Retracted
                                        ? Reason.WITHOUT_AUTHORITY
                                        : Reason.NO_CLAIM);
                case MISFIT -> unlessVoid(Effect.NONE, Reason.UNFIT);
            };
        }

        private Part claimPart(Node lineageHead) {
            if (correctedBy != null) {
                return part(Effect.NONE, Reason.CORRECTED, correctedBy);
            }
            if (retractedBy != null) {
                return part(Effect.NONE, Reason.RETRACTED, retractedBy);
            }
            if (this == lineageHead) {
                return part(Effect.CLAIMS, Reason.NONE, null);
            }
            return target != null && target.correctedBy != null && target.correctedBy != this
                    ? part(Effect.NONE, Reason.SUPERSEDED, target.correctedBy)
                    : part(Effect.NONE, Reason.MOOT, null);
        }

        private Part ofHead(Node lineageHead, Effect effect, Reason reason) {
            return target == lineageHead && lineageHead.retractedBy == null
                    ? unlessVoid(effect, reason)
                    : unlessVoid(Effect.NONE, Reason.MOOT);
        }

        private Part unlessVoid(Effect effect, Reason reason) {
            return retractedBy == null
                    ? part(effect, reason, null)
                    : part(Effect.NONE, Reason.RETRACTED, retractedBy);
        }

        private Part part(Effect effect, Reason reason, @Nullable Node by) {
            return new Part(
                    event, effect, reason, by == null ? null : by.event.event().id(), faults);
        }
    }
}
