package org.companytimeline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.companytimeline.event.Source;
import org.companytimeline.event.SourceKind;
import org.companytimeline.event.Status;
import org.companytimeline.event.When;
import org.jspecify.annotations.Nullable;

/// One thing by which a claim is chosen over others of its fact. Claims that are equal in it stay.
public enum Criterion {
    /// It does not deny the fact.
    NO_DENIAL,
    /// Confirmed, reported, cancelled, planned, rumoured, denied.
    STATUS,
    /// The best kind of source: registry, filing, company, press, aggregator, social.
    SOURCE,
    /// Its date and sum are exact, not approximate.
    EXACT,
    /// More independent voices say what it says.
    VOICES,
    /// Its date is narrower.
    NARROWER,
    /// It speaks of more of the fields that can be compared.
    FULLER,
    /// It was recorded later.
    NEWER;

    private static final int UNKNOWN_SOURCE = 6;

    /// As it stands in JSON, such as `no-denial`.
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The best of these claims in this respect, in the order in which they came.
    List<Claim> best(List<Claim> claims, FactRule<?> rule, Opinions opinions) {
        if (this == VOICES && opinions.areOne()) {
            return claims;
        }
        List<Claim> best = new ArrayList<>(claims.size());
        long lowest = Long.MAX_VALUE;
        for (Claim claim : claims) {
            long rank = rank(claim, rule, opinions);
            if (rank < lowest) {
                best.clear();
                lowest = rank;
            }
            if (rank == lowest) {
                best.add(claim);
            }
        }
        return best;
    }

    /// Where a claim stands in this respect: the lower the better.
    private long rank(Claim claim, FactRule<?> rule, Opinions opinions) {
        return switch (this) {
            case NO_DENIAL -> claim.isDenial() ? 1 : 0;
            case STATUS -> rank(claim.event().status());
            case SOURCE -> sourceRank(claim);
            case EXACT -> isApproximate(claim) ? 1 : 0;
            case VOICES -> -opinions.behind(claim);
            case NARROWER -> claim.days().width();
            case FULLER -> -rule.fieldsSaid(claim.event().details());
            case NEWER -> -claim.order();
        };
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
        int best = UNKNOWN_SOURCE;
        for (Source source : claim.lineage().sources()) {
            best = Math.min(best, rank(source.kind()));
        }
        return best;
    }

    static int rank(@Nullable SourceKind kind) {
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
}
