package org.companytimeline.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.companytimeline.event.CompanyEvent;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.event.Status;
import org.companytimeline.event.When;

/// One entry of a timeline: what the fold makes of the claims that say the same thing.
///
/// @param id the event id of its first recorded claim
/// @param subject the company that its claims are about
/// @param block the key of the block that it was folded from
/// @param type the event type's JSON name
/// @param companies every company on whose timeline it stands, the subject among them
/// @param claims all of them in recorded order
/// @param leading the claim that the policy picked: it gives `when`, `status` and `details`
/// @param conflicts where claims differ, by field name
public record Fact(
        UUID id,
        CompanyId subject,
        String block,
        String type,
        SortedSet<CompanyId> companies,
        List<RecordedEvent> claims,
        RecordedEvent leading,
        List<Conflict> conflicts) {

    /// These facts in timeline order.
    static List<Fact> inOrder(Collection<Fact> facts) {
        record Placed(TimelineKey key, Fact fact) {}
        return facts.stream()
                .map(fact -> new Placed(fact.key(), fact))
                .sorted(Comparator.comparing(Placed::key))
                .map(Placed::fact)
                .toList();
    }

    /// When it happened, by the leading claim.
    public When when() {
        When when = leading.event().when();
        if (when == null) {
            throw new IllegalStateException("a claim without a date: " + leading.event().id());
        }
        return when;
    }

    /// Its status, by the leading claim.
    public Status status() {
        return leading.event().status();
    }

    /// Its details, by the leading claim.
    public CompanyEvent details() {
        return leading.event().details();
    }

    /// Where it stands in timeline order.
    public TimelineKey key() {
        return TimelineKey.of(when().edtf(), id, subject);
    }

    /// The last position that shaped it.
    public RecordedEvent lastClaim() {
        return claims.getLast();
    }

    /// Whether it is said to have happened: reported or confirmed, not only planned or rumoured,
    /// nor denied or cancelled.
    public boolean holds() {
        return switch (status()) {
            case REPORTED, CONFIRMED -> true;
            case RUMOURED, PLANNED, DENIED, CANCELLED -> false;
        };
    }
}
