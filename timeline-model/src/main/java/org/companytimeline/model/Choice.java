package org.companytimeline.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.companytimeline.event.Position;
import org.jspecify.annotations.Nullable;

/// How the leading claim of a fact was chosen.
///
/// Criteria are applied one after the other to those that are left, so a claim is equal to the
/// leading one in all criteria before the one by which it lost.
///
/// @param decidedBy what the last rival lost by; null where there was none
/// @param losses of the other claims that count, by the position of the claim
record Choice(@Nullable Loss decidedBy, Map<Position, Loss> losses) {

    /// A claim that did not come to lead.
    ///
    /// @param by the first criterion in which it is not the leading claim's equal
    /// @param sentence what told the two apart, as said of the one that lost
    /// @param reverse the same as said of the leading claim
    record Loss(Criterion by, String sentence, String reverse) {}

    static Choice of(Fact fact, FactRule<?> rule, Policy policy) {
        List<Claim> claims = claims(fact, rule);
        Contradictions contradictions =
                claims.size() == 1 || fact.isRetracted()
                        ? Contradictions.NONE
                        : Contradictions.among(claims, rule);
        Opinions opinions = new Opinions(claims, contradictions);
        Merits merits = new Merits(rule, opinions);
        Claim leading =
                claims.stream()
                        .filter(claim -> claim.recorded().equals(fact.leading()))
                        .findFirst()
                        .orElseThrow();
        Map<Position, Loss> losses = new HashMap<>();
        Loss last = null;
        List<Claim> left = claims;
        for (Criterion criterion : policy.criteria()) {
            List<Claim> best = criterion.best(left, rule, opinions);
            for (Claim claim : left) {
                if (!best.contains(claim)) {
                    last = merits.loss(criterion, claim, leading);
                    losses.put(claim.recorded().position(), last);
                }
            }
            left = best;
        }
        return new Choice(last, Map.copyOf(losses));
    }

    private static List<Claim> claims(Fact fact, FactRule<?> rule) {
        List<Claim> claims = new ArrayList<>();
        for (Lineage lineage : fact.counting()) {
            claims.add(Claim.of(lineage, claims.size(), rule, fact.block()));
        }
        return claims;
    }
}
