package org.companytimeline.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.companytimeline.event.CompanyEvent;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Event;
import org.companytimeline.event.Mention;
import org.companytimeline.event.Mentions;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.Claim.ThreadId;

/// `fold(set of claims, policy)`: what a company's claims say, as facts.
///
/// All folds take claims and annotations in any order; of several events with one id the first
/// recorded counts. They give all facts in timeline order, retracted ones too.
public final class Fold {

    /// Raised with every change that could give other facts for the same claims; facts are stored
    /// with it and folded anew when it differs.
    public static final int VERSION = 3;

    private Fold() {}

    /// The facts of all events of one company, its own.
    public static List<Fact> timeline(Collection<RecordedEvent> events, Policy policy) {
        return events.isEmpty()
                ? List.of()
                : facts(
                        events.iterator().next().event().company().id(),
                        Lineages.of(events).lineages(),
                        policy);
    }

    /// The facts of several records of one company (ADR 0011): of all their own events.
    public static List<Fact> merged(
            CompanyId canonical, Collection<RecordedEvent> events, Policy policy) {
        Map<CompanyId, List<RecordedEvent>> byRecord =
                events.stream()
                        .collect(
                                Collectors.groupingBy(recorded -> recorded.event().company().id()));
        List<Lineage> lineages = new ArrayList<>();
        byRecord.values().forEach(own -> lineages.addAll(Lineages.of(own).lineages()));
        return facts(canonical, lineages, policy);
    }

    /// The facts of one block of one company: of all the lineages that lie in it (see [Block]).
    /// Blocks are independent, so folding each and sorting gives [#timeline].
    public static List<Fact> block(Collection<RecordedEvent> events, Policy policy) {
        List<Lineage> lineages = new ArrayList<>(Lineages.of(events).lineages());
        if (lineages.isEmpty()) {
            return List.of();
        }
        lineages.sort(Lineage.STANDING_FIRST);
        // The first of a thread gives its block, so the first of all lies in its own.
        Event first = lineages.getFirst().head().event();
        return Fact.inOrder(facts(first.company().id(), Block.of(first), lineages, policy));
    }

    private static List<Fact> facts(CompanyId subject, List<Lineage> lineages, Policy policy) {
        List<Fact> facts = new ArrayList<>();
        blocks(lineages)
                .forEach((block, inIt) -> facts.addAll(facts(subject, block, inIt, policy)));
        return Fact.inOrder(facts);
    }

    /// The lineages of each block, standing ones first, each in recorded order.
    private static Map<String, List<Lineage>> blocks(List<Lineage> lineages) {
        List<Lineage> inOrder = new ArrayList<>(lineages);
        inOrder.sort(Lineage.STANDING_FIRST);
        Map<String, List<Lineage>> blocks = LinkedHashMap.newLinkedHashMap(lineages.size() / 2);
        Map<ThreadOfType, String> blockByThread = new HashMap<>();
        for (Lineage lineage : inOrder) {
            Event head = lineage.head().event();
            String own = Block.of(head);
            ThreadId thread = ThreadId.of(lineage);
            String block =
                    thread == null
                            ? own
                            : blockByThread.computeIfAbsent(
                                    new ThreadOfType(head.details().getClass(), thread),
                                    first -> own);
            blocks.computeIfAbsent(block, first -> new ArrayList<>(4)).add(lineage);
        }
        return blocks;
    }

    private record ThreadOfType(Class<? extends CompanyEvent> type, ThreadId thread) {}

    /// @param inOrder standing ones first, each in recorded order
    private static List<Fact> facts(
            CompanyId subject, String block, List<Lineage> inOrder, Policy policy) {
        FactRule<?> rule = FactRules.of(inOrder.getFirst().head().event().details());
        if (rule == null) {
            throw new IllegalArgumentException("no claims in block " + block);
        }
        List<Lineage> recorded = inOrder;
        if (inOrder.getLast().isRetracted()) {
            recorded = new ArrayList<>(inOrder);
            recorded.sort(Comparator.comparing(Lineage::head, RecordedEvent.RECORDED_ORDER));
        }
        List<Claim> claims = new ArrayList<>(recorded.size());
        for (Lineage lineage : recorded) {
            claims.add(Claim.of(lineage, claims.size(), rule, block));
        }
        List<Fact> facts = new ArrayList<>();
        for (List<Claim> ofOneFact : Placement.of(claims, rule)) {
            facts.add(fact(subject, block, rule, ofOneFact, policy));
        }
        return facts;
    }

    /// @param all standing ones first, each in recorded order
    private static Fact fact(
            CompanyId subject, String block, FactRule<?> rule, List<Claim> all, Policy policy) {
        List<Claim> counting = counting(all);
        TreeSet<CompanyId> companies = new TreeSet<>();
        companies.add(subject);
        for (Claim claim : counting) {
            for (Mention mention : Mentions.in(claim.event().details())) {
                if (mention.company() != null) {
                    companies.add(mention.company());
                }
            }
        }
        Contradictions contradictions =
                counting.size() == 1 || counting.getFirst().isRetracted()
                        ? Contradictions.NONE
                        : Contradictions.among(counting, rule);
        Claim leading = Leading.of(counting, rule, contradictions, policy);
        return new Fact(
                id(all),
                subject,
                block,
                rule.type(),
                companies,
                lineages(all),
                leading.lineage(),
                Conflicts.of(counting, leading, contradictions, policy));
    }

    private static List<Lineage> lineages(List<Claim> claims) {
        if (claims.size() == 1) {
            return List.of(claims.getFirst().lineage());
        }
        List<Lineage> lineages = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            lineages.add(claim.lineage());
        }
        return Collections.unmodifiableList(lineages);
    }

    /// The claims that shape a fact: those that stand; where none does, all.
    private static List<Claim> counting(List<Claim> claims) {
        if (!claims.getLast().isRetracted() || claims.getFirst().isRetracted()) {
            return claims;
        }
        return claims.stream().filter(claim -> !claim.isRetracted()).toList();
    }

    private static UUID id(List<Claim> claims) {
        RecordedEvent first = claims.getFirst().lineage().claim();
        for (Claim claim : claims) {
            RecordedEvent other = claim.lineage().claim();
            if (RecordedEvent.RECORDED_ORDER.compare(other, first) < 0) {
                first = other;
            }
        }
        return first.event().id();
    }
}
