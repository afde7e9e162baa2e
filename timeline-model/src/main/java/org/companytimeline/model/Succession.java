package org.companytimeline.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.companytimeline.event.Position;

/// Which fact of a later timeline is which of an earlier one: the one with the same first claim;
/// else one that holds the other's first claim, where neither has found its own.
///
/// @param pairs what stands on both
/// @param added what stands on the later one alone, in timeline order
/// @param removed what stands on the earlier one alone, in timeline order
record Succession(List<Pair> pairs, List<Fact> added, List<Fact> removed) {

    /// A fact before and after.
    record Pair(Fact before, Fact after) {}

    /// @param before in timeline order
    /// @param after in timeline order
    static Succession between(List<Fact> before, List<Fact> after) {
        Map<Position, Fact> left = byFirstClaim(before);
        Map<Position, Fact> come = byFirstClaim(after);
        List<Pair> pairs = new ArrayList<>();
        for (Position first : List.copyOf(left.keySet())) {
            Fact same = come.remove(first);
            if (same != null) {
                pairs.add(new Pair(taken(left, first), same));
            }
        }
        pairHolders(left, come, pairs);
        return new Succession(
                List.copyOf(pairs), List.copyOf(come.values()), List.copyOf(left.values()));
    }

    private static void pairHolders(
            Map<Position, Fact> left, Map<Position, Fact> come, List<Pair> pairs) {
        Map<Position, Position> laterByClaim = byClaim(come);
        Map<Position, Position> earlierByClaim = byClaim(left);
        for (Position first : List.copyOf(left.keySet())) {
            Position later = laterByClaim.get(first);
            Fact after = later == null ? null : come.remove(later);
            if (after != null) {
                pairs.add(new Pair(taken(left, first), after));
            }
        }
        for (Position first : List.copyOf(come.keySet())) {
            Position earlier = earlierByClaim.get(first);
            Fact before = earlier == null ? null : left.remove(earlier);
            if (before != null) {
                pairs.add(new Pair(before, taken(come, first)));
            }
        }
    }

    private static Fact taken(Map<Position, Fact> facts, Position first) {
        Fact fact = facts.remove(first);
        if (fact == null) {
            throw new IllegalStateException("no fact of the claim at " + first);
        }
        return fact;
    }

    private static Map<Position, Fact> byFirstClaim(Collection<Fact> facts) {
        Map<Position, Fact> byFirstClaim = new LinkedHashMap<>();
        facts.forEach(fact -> byFirstClaim.put(fact.firstClaim().position(), fact));
        return byFirstClaim;
    }

    /// By each of their claims the first claim of the fact that holds it.
    private static Map<Position, Position> byClaim(Map<Position, Fact> facts) {
        Map<Position, Position> byClaim = new HashMap<>();
        facts.forEach((first, fact) ->
                fact.lineages().forEach(lineage -> byClaim.put(lineage.claim().position(), first)));
        return byClaim;
    }
}
