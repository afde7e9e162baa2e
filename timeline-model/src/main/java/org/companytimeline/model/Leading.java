package org.companytimeline.model;

import java.util.List;

/// The choice of a fact's leading claim.
final class Leading {

    private Leading() {}

    /// @param claims in recorded order, at least one
    static Claim of(
            List<Claim> claims, FactRule<?> rule, Contradictions contradictions, Policy policy) {
        if (claims.size() == 1) {
            return claims.getFirst();
        }
        Opinions opinions = new Opinions(claims, contradictions);
        List<Claim> left = claims;
        for (Criterion criterion : policy.criteria()) {
            left = criterion.best(left, rule, opinions);
            if (left.size() == 1) {
                break;
            }
        }
        return left.getLast();
    }
}
