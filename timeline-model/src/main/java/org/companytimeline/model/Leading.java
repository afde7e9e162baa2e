package org.companytimeline.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.companytimeline.event.Source;
import org.companytimeline.event.SourceKind;
import org.companytimeline.event.Status;
import org.companytimeline.event.When;
import org.jspecify.annotations.Nullable;

/// The choice of a fact's leading claim.
final class Leading {

    private static final int UNKNOWN_SOURCE = 6;

    private Leading() {}

    static Claim of(
            List<Claim> claims, FactRule<?> rule, Contradictions contradictions, Policy policy) {
        if (claims.size() == 1) {
            return claims.getFirst();
        }
        return switch (policy) {
            case DEFAULT_1 -> default1(claims, rule, contradictions);
        };
    }

    /// Status, then kind of source, exact over approximate, more independent voices of its opinion,
    /// narrower date, more fields, newer.
    private static Claim default1(
            List<Claim> claims, FactRule<?> rule, Contradictions contradictions) {
        List<Claim> foremost =
                foremost(
                        claims,
                        Comparator.<Claim>comparingInt(claim -> rank(claim.event().status()))
                                .thenComparingInt(Leading::sourceRank)
                                .thenComparing(Leading::isApproximate));
        if (!contradictions.isEmpty() && foremost.size() > 1) {
            Map<Object, Integer> voices = voices(claims, contradictions);
            foremost =
                    foremost(
                            foremost,
                            Comparator.comparingInt(claim ->
                                    -voices.getOrDefault(contradictions.opinionOf(claim), 0)));
        }
        return foremost(
                        foremost,
                        Comparator.<Claim>comparingLong(claim -> claim.days().width())
                                .thenComparingInt(
                                        claim -> -rule.fieldsSaid(claim.event().details())))
                .getLast();
    }

    /// The first claim in this order and its equals, still in recorded order.
    private static List<Claim> foremost(List<Claim> claims, Comparator<Claim> order) {
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

    /// A denial comes last of all: it leads only where there is nothing else.
    private static int rank(Status status) {
        return switch (status) {
            case CONFIRMED -> 0;
            case REPORTED -> 1;
            case CANCELLED -> 2;
            case PLANNED -> 3;
            case RUMOURED -> 4;
            case DENIED -> 5;
        };
    }

    private static int sourceRank(Claim claim) {
        return claim.event().sources().stream()
                .mapToInt(source -> rank(source.kind()))
                .min()
                .orElse(UNKNOWN_SOURCE);
    }

    private static int rank(@Nullable SourceKind kind) {
        return switch (kind) {
            case REGISTRY -> 0;
            case FILING -> 1;
            case COMPANY -> 2;
            case PRESS -> 3;
            case AGGREGATOR -> 4;
            case SOCIAL -> 5;
            case null -> UNKNOWN_SOURCE;
        };
    }

    private static boolean isApproximate(Claim claim) {
        When when = claim.event().when();
        Amount sum = claim.sum();
        return when == null
                || when.edtf().isApproximate()
                || when.edtf().isUncertain()
                || (sum != null && sum.approximate());
    }

    /// The independent voices behind each opinion.
    private static Map<Object, Integer> voices(List<Claim> claims, Contradictions contradictions) {
        Map<Object, List<Source>> sources = new HashMap<>();
        for (Claim claim : claims) {
            sources.computeIfAbsent(contradictions.opinionOf(claim), none -> new ArrayList<>())
                    .addAll(claim.event().sources());
        }
        Map<Object, Integer> voices = new HashMap<>();
        sources.forEach((opinion, all) -> voices.put(opinion, Voices.count(all)));
        return voices;
    }
}
