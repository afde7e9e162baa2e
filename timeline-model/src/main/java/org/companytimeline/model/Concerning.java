package org.companytimeline.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.companytimeline.event.Position;
import org.companytimeline.event.RecordedEvent;

/// Which of the events recorded between two points in the log concern a fact: those of the lineages
/// of its claims; where there is none, those of the facts with which it shares or shared claims,
/// and so on: a fact also changes when another takes claims from it.
final class Concerning {

    private final Map<Position, Fact> before;
    private final Map<Position, Fact> after;
    private final Map<Position, Lineage> lineages = new HashMap<>();
    private final Predicate<Position> wasRecorded;

    /// @param before all facts at the earlier point
    /// @param after all facts at the later point
    Concerning(Collection<Fact> before, Collection<Fact> after, Predicate<Position> wasRecorded) {
        this.before = byClaim(before);
        this.after = byClaim(after);
        this.wasRecorded = wasRecorded;
        for (Fact fact : after) {
            fact.lineages().forEach(lineage -> lineages.put(lineage.claim().position(), lineage));
        }
    }

    /// The ids of the events that concern what is one fact, at one point or both, in recorded
    /// order.
    List<UUID> eventsOf(Fact... facts) {
        Set<Position> claims = new LinkedHashSet<>();
        for (Fact fact : facts) {
            claims.addAll(claims(fact));
        }
        Map<Position, RecordedEvent> events = newEvents(claims);
        int size = 0;
        while (events.isEmpty() && claims.size() > size) {
            size = claims.size();
            claims = related(related(claims, before), after);
            events = newEvents(claims);
        }
        if (events.isEmpty()) {
            events = newEvents(ofType(facts[0]));
        }
        return events.values().stream()
                .sorted(RecordedEvent.RECORDED_ORDER)
                .map(event -> event.event().id())
                .toList();
    }

    private Map<Position, RecordedEvent> newEvents(Set<Position> claims) {
        Map<Position, RecordedEvent> events = new TreeMap<>();
        for (Position claim : claims) {
            Lineage lineage = lineages.get(claim);
            if (lineage != null) {
                lineage.parts().stream()
                        .map(Part::event)
                        .filter(event -> !wasRecorded.test(event.position()))
                        .forEach(event -> events.put(event.position(), event));
            }
        }
        return events;
    }

    /// All claims of the type of a fact: what neighbours of its block took or gave.
    private Set<Position> ofType(Fact fact) {
        Set<Position> claims = new LinkedHashSet<>();
        after.forEach((claim, other) -> {
            if (other.type().equals(fact.type()) && other.subject().equals(fact.subject())) {
                claims.add(claim);
            }
        });
        return claims;
    }

    /// These claims and all that share a fact with one of them.
    private static Set<Position> related(Set<Position> claims, Map<Position, Fact> facts) {
        Set<Position> related = new LinkedHashSet<>(claims);
        for (Position claim : claims) {
            Fact fact = facts.get(claim);
            if (fact != null) {
                related.addAll(claims(fact));
            }
        }
        return related;
    }

    private static List<Position> claims(Fact fact) {
        return fact.lineages().stream().map(lineage -> lineage.claim().position()).toList();
    }

    private static Map<Position, Fact> byClaim(Collection<Fact> facts) {
        Map<Position, Fact> byClaim = new HashMap<>();
        facts.forEach(fact -> claims(fact).forEach(claim -> byClaim.put(claim, fact)));
        return byClaim;
    }
}
