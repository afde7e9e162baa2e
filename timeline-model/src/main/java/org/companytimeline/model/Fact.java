package org.companytimeline.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.companytimeline.event.CompanyEvent;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.event.When;

/// One entry of a timeline: what the fold makes of the claims that say the same thing.
///
/// @param id the event id of its first recorded claim, as it was posted; corrected and retracted
///   ones count
/// @param subject the company that its claims are about
/// @param block the key of the block that it was folded from
/// @param type the event type's JSON name
/// @param companies every company on whose timeline it stands, the subject among them
/// @param lineages its claims and what became of them: those that stand first, each in the recorded
///   order of their heads
/// @param foremost the lineage whose head leads: the policy picked it, it gives `when`, `status`
///   and `details`
/// @param conflicts where claims differ, by field name
public record Fact(
        UUID id,
        CompanyId subject,
        String block,
        String type,
        SortedSet<CompanyId> companies,
        List<Lineage> lineages,
        Lineage foremost,
        List<Conflict> conflicts) {

    /// The status of a fact without a claim left.
    public static final String RETRACTED = "retracted";

    /// These facts in timeline order.
    static List<Fact> inOrder(Collection<Fact> facts) {
        record Placed(TimelineKey key, Fact fact) {}
        return facts.stream()
                .map(fact -> new Placed(fact.key(), fact))
                .sorted(Comparator.comparing(Placed::key))
                .map(Placed::fact)
                .toList();
    }

    /// Whether no claim of it is left: it stands on no timeline.
    public boolean isRetracted() {
        return foremost.isRetracted();
    }

    /// The lineages that count: those that stand; all where the fact is retracted.
    public List<Lineage> counting() {
        return isRetracted()
                ? lineages
                : lineages.stream().filter(lineage -> !lineage.isRetracted()).toList();
    }

    /// The claims that count, in recorded order.
    public List<RecordedEvent> claims() {
        return counting().stream().map(Lineage::head).toList();
    }

    /// The claim that leads.
    public RecordedEvent leading() {
        return foremost.head();
    }

    /// The first recorded of its claims as they were posted, by whose id it goes.
    public RecordedEvent firstClaim() {
        return lineages.stream()
                .map(Lineage::claim)
                .min(RecordedEvent.RECORDED_ORDER)
                .orElseThrow();
    }

    /// Whether an event, claim or annotation, belongs to it.
    public boolean holds(UUID event) {
        return lineages.stream().anyMatch(lineage -> lineage.holds(event));
    }

    /// When it happened, by the leading claim.
    public When when() {
        When when = leading().event().when();
        if (when == null) {
            throw new IllegalStateException("a claim without a date: " + leading().event().id());
        }
        return when;
    }

    /// Its status, by the leading claim, as it stands in JSON; `retracted` without a claim left.
    public String status() {
        return isRetracted() ? RETRACTED : Keys.constant(leading().event().status());
    }

    /// Its details, by the leading claim.
    public CompanyEvent details() {
        return leading().event().details();
    }

    /// Where it stands in timeline order.
    public TimelineKey key() {
        return TimelineKey.of(when().edtf(), id, record());
    }

    /// The record to which its first recorded claim was posted: of a merged fact not always its
    /// subject, and with the id that which tells two facts apart.
    private CompanyId record() {
        RecordedEvent first = null;
        for (Lineage lineage : lineages) {
            RecordedEvent claim = lineage.claim();
            if (claim.event().id().equals(id)
                    && (first == null || RecordedEvent.RECORDED_ORDER.compare(claim, first) < 0)) {
                first = claim;
            }
        }
        return first == null ? subject : first.event().company().id();
    }

    /// Whether it is said to have happened: reported or confirmed, not only planned or rumoured,
    /// nor denied, cancelled or retracted.
    public boolean holds() {
        return !isRetracted()
                && switch (leading().event().status()) {
                    case REPORTED, CONFIRMED -> true;
                    case RUMOURED, PLANNED, DENIED, CANCELLED -> false;
                };
    }
}
