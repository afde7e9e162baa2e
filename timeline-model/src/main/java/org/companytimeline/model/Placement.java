package org.companytimeline.model;

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

    private static final Comparator<Claim> STANDING_FIRST =
            (one, other) ->
                    one.isRetracted() == other.isRetracted()
                            ? Integer.compare(one.order(), other.order())
                            : Boolean.compare(one.isRetracted(), other.isRetracted());

    private final List<Group> groups = new ArrayList<>();
    private final FirstClaims<Group> firstClaims;
    private final Map<ThreadId, Group> byThread = new HashMap<>();
    private final Map<String, Integer> groupsByPublisher = new HashMap<>();

    private Placement(FactRule<?> rule) {
        this.firstClaims = new FirstClaims<>(rule);
    }

    /// The claims of each fact: those that stand first, each in recorded order.
    static List<List<Claim>> of(List<Claim> claims, FactRule<?> rule) {
        if (claims.size() == 1) {
            return List.of(claims);
        }
        Placement placement = new Placement(rule);
        List<Claim> inOrder = new ArrayList<>(claims);
        inOrder.sort(Claim.PLACING_ORDER);
        inOrder.forEach(placement::place);
        List<List<Claim>> facts = new ArrayList<>(placement.groups.size());
        for (Group group : placement.groups) {
            group.claims.sort(STANDING_FIRST);
            facts.add(group.claims);
        }
        return facts;
    }

    private void place(Claim claim) {
        ThreadId thread = claim.thread();
        Group group = thread == null ? null : byThread.get(thread);
        if (group == null) {
            group = bestFor(claim);
        }
        if (group == null) {
            group = new Group();
            groups.add(group);
            firstClaims.add(claim, group);
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
        return firstClaims.bestFor(
                claim, group -> thread == null || !group.threads.containsKey(thread.publisher()));
    }

    /// A fact in the making.
    private static final class Group {
        private final List<Claim> claims = new ArrayList<>();
        private final Map<String, ThreadId> threads = new HashMap<>();
    }
}
