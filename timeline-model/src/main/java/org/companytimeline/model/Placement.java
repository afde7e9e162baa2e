package org.companytimeline.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.companytimeline.model.Claim.ThreadId;
import org.jspecify.annotations.Nullable;

/// Which claims of a block are one fact.
///
/// Claims are taken in [Claim#PLACING_ORDER]. Each joins the fact that fits best (nearest date,
/// then nearest sum, then first recorded) among those whose first claim it matches, else it starts
/// one. Only first claims are matched, so a vague claim can join a fact but never bridge two. One
/// thread is one fact, and two threads of one publisher never are.
final class Placement {

    private final FactRule<?> rule;
    private final List<Group> groups = new ArrayList<>();
    private final Map<ThreadId, Group> byThread = new HashMap<>();
    private final Map<String, Integer> groupsByPublisher = new HashMap<>();

    private Placement(FactRule<?> rule) {
        this.rule = rule;
    }

    /// The claims of each fact, in recorded order.
    static List<List<Claim>> of(List<Claim> claims, FactRule<?> rule) {
        Placement placement = new Placement(rule);
        claims.stream().sorted(Claim.PLACING_ORDER).forEach(placement::place);
        placement.groups.forEach(group -> group.claims.sort(Comparator.comparingInt(Claim::order)));
        return placement.groups.stream().map(group -> group.claims).toList();
    }

    private void place(Claim claim) {
        ThreadId thread = claim.thread();
        Group group = thread == null ? null : byThread.get(thread);
        if (group == null) {
            group = bestFor(claim);
        }
        if (group == null) {
            group = new Group(claim);
            groups.add(group);
        }
        group.claims.add(claim);
        if (thread != null && byThread.put(thread, group) == null) {
            group.threads.put(thread.publisher(), thread);
            groupsByPublisher.merge(thread.publisher(), 1, Integer::sum);
        }
    }

    private @Nullable Group bestFor(Claim claim) {
        ThreadId thread = claim.thread();
        if (thread != null
                && groupsByPublisher.getOrDefault(thread.publisher(), 0) == groups.size()) {
            return null;
        }
        Group best = null;
        for (Group group : groups) {
            if (matches(claim, group) && (best == null || isBetter(claim, group, best))) {
                best = group;
            }
        }
        return best;
    }

    private boolean matches(Claim claim, Group group) {
        Claim first = group.first;
        Integer slack = rule.slack();
        if (slack != null && claim.days().daysApart(first.days()) > slack) {
            return false;
        }
        if (claim.thread() != null && group.threads.containsKey(claim.thread().publisher())) {
            return false;
        }
        BigDecimal part = rule.amountSlack();
        if (part == null) {
            return true;
        }
        Amount one = claim.sum();
        Amount other = first.sum();
        return one == null ? other == null : other != null && one.isWithin(part, other);
    }

    private static boolean isBetter(Claim claim, Group group, Group best) {
        int byDate =
                Long.compare(
                        claim.days().daysApart(group.first.days()),
                        claim.days().daysApart(best.first.days()));
        if (byDate != 0) {
            return byDate < 0;
        }
        int bySum = compareSums(claim.sum(), group.first.sum(), best.first.sum());
        return bySum != 0 ? bySum < 0 : group.first.order() < best.first.order();
    }

    private static int compareSums(@Nullable Amount sum, @Nullable Amount a, @Nullable Amount b) {
        BigDecimal toA = distance(sum, a);
        BigDecimal toB = distance(sum, b);
        if (toA == null || toB == null) {
            return Boolean.compare(toA == null, toB == null);
        }
        return toA.compareTo(toB);
    }

    private static @Nullable BigDecimal distance(@Nullable Amount one, @Nullable Amount other) {
        return one == null || other == null || !one.currency().equals(other.currency())
                ? null
                : one.distance(other);
    }

    /// A fact in the making.
    private static final class Group {
        private final Claim first;
        private final List<Claim> claims = new ArrayList<>();
        private final Map<String, ThreadId> threads = new HashMap<>();

        Group(Claim first) {
            this.first = first;
        }
    }
}
