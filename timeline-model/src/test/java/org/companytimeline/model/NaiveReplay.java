package org.companytimeline.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.companytimeline.event.CompanyEvent.Annotation;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Mention;
import org.companytimeline.event.Mentions;
import org.companytimeline.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/// Where all events of a company lie, found out from scratch by folding them.
///
/// @param offsets of the events that lie in each block
/// @param named the companies that the standing heads of each block name
record NaiveReplay(
        List<RecordedEvent> events,
        SortedMap<String, SortedSet<Long>> offsets,
        Map<String, SortedSet<CompanyId>> named,
        Map<Long, ThreadHash> threads)
        implements BlockReplay.Past {

    static final long BYTES = 10;

    static NaiveReplay of(List<RecordedEvent> events) {
        NaiveReplay replay =
                new NaiveReplay(
                        List.copyOf(events), new TreeMap<>(), new HashMap<>(), new HashMap<>());
        for (Fact fact : Fold.timeline(events, Policy.DEFAULT_1)) {
            fact.lineages().forEach(lineage -> replay.put(fact.block(), lineage));
        }
        return replay;
    }

    private void put(String block, Lineage lineage) {
        SortedSet<Long> lying = offsets.computeIfAbsent(block, none -> new TreeSet<>());
        lineage.parts().forEach(part -> lying.add(part.event().position().offset()));
        if (!lineage.isRetracted()) {
            for (Mention mention : Mentions.in(lineage.head().event().details())) {
                CompanyId company = mention.company();
                if (company != null && !company.equals(lineage.claim().event().company().id())) {
                    named.computeIfAbsent(block, none -> new TreeSet<>()).add(company);
                }
            }
        }
        byte[] thread = Block.threadOf(lineage);
        if (thread != null) {
            threads.put(lineage.claim().position().offset(), ThreadHash.of(thread));
        }
    }

    /// What the last event did that leads from another state to this one.
    BlockReplay.Step since(NaiveReplay before) {
        SortedSet<String> touched = new TreeSet<>();
        Set<String> all = new HashSet<>(offsets.keySet());
        all.addAll(before.offsets.keySet());
        for (String block : all) {
            if (!inIt(block).equals(before.inIt(block))) {
                touched.add(block);
            }
        }
        SortedSet<CompanyId> companies = new TreeSet<>();
        for (String block : touched) {
            companies.addAll(named.getOrDefault(block, new TreeSet<>()));
            companies.addAll(before.named.getOrDefault(block, new TreeSet<>()));
        }
        return new BlockReplay.Step(touched, companies, keyOf(events.getLast()), null);
    }

    /// The key of the head of the lineage that holds an event.
    private @Nullable String keyOf(RecordedEvent event) {
        for (Lineage lineage : Lineages.of(events).lineages()) {
            if (lineage.holds(event.event().id())) {
                return Block.of(lineage.head().event());
            }
        }
        return null;
    }

    private Set<Long> inIt(String block) {
        return offsets.getOrDefault(block, new TreeSet<>());
    }

    /// Where the events lie, by offset.
    Map<Long, BlockReplay.Lie> lies() {
        Map<Long, BlockReplay.Lie> lies = new TreeMap<>();
        offsets.forEach((block, lying) ->
                lying.forEach(offset ->
                        lies.put(offset, new BlockReplay.Lie(block, threads.get(offset)))));
        return lies;
    }

    @Override
    public Collection<SizedEvent> inBlock(String block) {
        return events.stream()
                .filter(event -> inIt(block).contains(event.position().offset()))
                .map(event -> new SizedEvent(event, BYTES))
                .toList();
    }

    @Override
    public @Nullable String blockOfThread(ThreadHash thread) {
        for (Map.Entry<Long, ThreadHash> one : threads.entrySet()) {
            if (one.getValue().equals(thread)) {
                return blockAt(one.getKey());
            }
        }
        return null;
    }

    @Override
    public @Nullable String blockOf(UUID event) {
        for (RecordedEvent recorded : events) {
            if (recorded.event().id().equals(event)) {
                return blockAt(recorded.position().offset());
            }
        }
        return null;
    }

    private @Nullable String blockAt(long offset) {
        BlockReplay.Lie lie = lies().get(offset);
        return lie == null ? null : lie.block();
    }

    @Override
    public Collection<SizedEvent> waitingFor(UUID claim) {
        Set<UUID> led = new HashSet<>(Set.of(claim));
        List<SizedEvent> waiting = new ArrayList<>();
        for (RecordedEvent event : events) {
            if (event.event().details() instanceof Annotation about
                    && led.contains(about.target())
                    && blockOf(event.event().id()) == null) {
                led.add(event.event().id());
                waiting.add(new SizedEvent(event, BYTES));
            }
        }
        return waiting;
    }
}
