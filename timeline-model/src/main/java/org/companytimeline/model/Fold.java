package org.companytimeline.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Event;
import org.companytimeline.event.Mention;
import org.companytimeline.event.Mentions;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.Claim.ThreadId;

/// `fold(set of claims, policy)`: what a company's claims say, as facts.
public final class Fold {

    /// Raised with every change that could give other facts for the same claims; facts are stored
    /// with it and folded anew when it differs.
    public static final int VERSION = 1;

    private Fold() {}

    /// The facts of all events of one company (its own, in any order; of several with one id the
    /// first recorded counts), in timeline order. Annotations have no effect.
    public static List<Fact> timeline(Collection<RecordedEvent> events, Policy policy) {
        Map<String, List<RecordedEvent>> blocks = new HashMap<>();
        Map<List<Object>, String> blockByThread = new HashMap<>();
        for (RecordedEvent recorded : inRecordedOrder(events)) {
            Event event = recorded.event();
            String own = Block.keyOf(event);
            if (own == null) {
                continue;
            }
            String thread = event.thread();
            String block =
                    thread == null
                            ? own
                            : blockByThread.computeIfAbsent(
                                    List.of(
                                            event.details().getClass(),
                                            new ThreadId(event.publisher(), thread)),
                                    first -> own);
            blocks.computeIfAbsent(block, first -> new ArrayList<>()).add(recorded);
        }
        List<Fact> facts = new ArrayList<>();
        blocks.forEach((block, claims) -> facts.addAll(facts(block, claims, policy)));
        return Fact.inOrder(facts);
    }

    /// The facts of one block, in timeline order: all the claims that lie in it (see [Block]), in
    /// any order; of several with one id the first recorded counts. Blocks are independent, so
    /// folding each and sorting gives [#timeline].
    public static List<Fact> block(Collection<RecordedEvent> claims, Policy policy) {
        List<RecordedEvent> inOrder = inRecordedOrder(claims);
        if (inOrder.isEmpty()) {
            return List.of();
        }
        // A thread's first claim gives its block, so the first claim of all lies in its own.
        Event first = inOrder.getFirst().event();
        String block = Block.keyOf(first);
        if (block == null) {
            throw new IllegalArgumentException("an annotation lies in no block: " + first.id());
        }
        return Fact.inOrder(facts(block, inOrder, policy));
    }

    private static List<RecordedEvent> inRecordedOrder(Collection<RecordedEvent> events) {
        List<RecordedEvent> inOrder = new ArrayList<>(events);
        inOrder.sort(RecordedEvent.RECORDED_ORDER);
        Set<UUID> seen = new HashSet<>();
        inOrder.removeIf(recorded -> !seen.add(recorded.event().id()));
        return inOrder;
    }

    private static List<Fact> facts(String block, List<RecordedEvent> inOrder, Policy policy) {
        FactRule<?> rule = FactRules.of(inOrder.getFirst().event().details());
        if (rule == null) {
            throw new IllegalArgumentException("no claims in block " + block);
        }
        List<Claim> claims = new ArrayList<>(inOrder.size());
        for (RecordedEvent recorded : inOrder) {
            claims.add(Claim.of(recorded, claims.size(), rule, block));
        }
        return Placement.of(claims, rule).stream()
                .map(ofOneFact -> fact(block, rule, ofOneFact, policy))
                .toList();
    }

    private static Fact fact(String block, FactRule<?> rule, List<Claim> claims, Policy policy) {
        TreeSet<CompanyId> companies = new TreeSet<>();
        for (Claim claim : claims) {
            companies.add(claim.event().company().id());
            for (Mention mention : Mentions.in(claim.event().details())) {
                if (mention.company() != null) {
                    companies.add(mention.company());
                }
            }
        }
        Contradictions contradictions =
                claims.size() == 1 ? Contradictions.NONE : Contradictions.among(claims, rule);
        Claim leading = Leading.of(claims, rule, contradictions, policy);
        Event first = claims.getFirst().event();
        return new Fact(
                first.id(),
                first.company().id(),
                block,
                rule.type(),
                companies,
                claims.stream().map(Claim::recorded).toList(),
                leading.recorded(),
                contradictions.asConflicts(claims, leading, policy));
    }
}
