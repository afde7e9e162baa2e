package org.companytimeline.model;

import java.util.ArrayList;
import java.util.Comparator;
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

    /// The first claim in this order and its equals, still in recorded order.
    static List<Claim> foremost(List<Claim> claims, Comparator<Claim> order) {
        List<Claim> foremost = new ArrayList<>();
        for (Claim claim : claims) {
            int compared = foremost.isEmpty() ? 0 : order.compare(claim, foremost.getFirst());
            if (compared < 0) {
                foremost.clear();
            }
            if (compared <= 0) {
                foremost.add(claim);
            }
        }
        return foremost;
    }
}
