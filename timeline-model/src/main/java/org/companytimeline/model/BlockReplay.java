package org.companytimeline.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.companytimeline.event.CompanyEvent.Annotation;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/// Replays events of one company in recorded order, and says which blocks each of them touches and
/// where every event lies at the end (ADR 0013).
///
/// An event touches the blocks that its lineage, or one that it moves, joins, leaves or changes.
/// What was recorded before comes from a [Past], a block at a time, and only where it plays a part.
/// All events lie in one partition, so that recorded order is that of their offsets.
public final class BlockReplay {

    private final Past past;
    private final Limits limits;
    private final Set<UUID> targets;
    private final Map<String, LyingBlock> blocks = new HashMap<>();
    private final Map<ThreadHash, LyingThread> threads = new HashMap<>();
    private final Map<UUID, LyingLineage> lineageOf = new HashMap<>();
    private final Map<UUID, List<SizedEvent>> waiting = new HashMap<>();
    private final List<LyingLineage> lineages = new ArrayList<>();

    /// What was recorded before the first event that is replayed.
    public interface Past {

        /// All events of the lineages that lie in a block, in any order.
        Collection<SizedEvent> inBlock(String block);

        /// The block in which a thread lies; null where it has no claim.
        @Nullable String blockOfThread(ThreadHash thread);

        /// The block in which an event lies; null where it lies in none or was not recorded.
        @Nullable String blockOf(UUID event);

        /// The annotations that wait for a claim, those that lead to it through others among them.
        Collection<SizedEvent> waitingFor(UUID claim);
    }

    /// How large a block may grow. An event that would make it larger is not taken: one that adds
    /// to a full block, or that would move a lineage into one.
    ///
    /// @param bytes of the events of its lineages
    /// @param companies that its standing heads name, besides their own
    public record Limits(long bytes, int companies) {}

    /// What an event does.
    ///
    /// @param blocks that it touches; none where it waits
    /// @param companies other companies that standing heads in these blocks name, before or after
    /// @param key that of the head of its lineage, as the event leaves it; null where it waits
    /// @param full the block that can't hold what the event would bring into it: then the event was
    ///   not taken and nothing changed; null otherwise
    public record Step(
            SortedSet<String> blocks,
            SortedSet<CompanyId> companies,
            @Nullable String key,
            @Nullable String full) {

        private static Step none(@Nullable String full) {
            return new Step(new TreeSet<>(), new TreeSet<>(), null, full);
        }
    }

    /// Where an event lies.
    ///
    /// @param thread of a claim: that of its lineage's head
    public record Lie(String block, @Nullable ThreadHash thread) {}

    /// @param targets of all annotations that will be replayed
    public BlockReplay(Past past, Limits limits, Set<UUID> targets) {
        this.past = past;
        this.limits = limits;
        this.targets = Set.copyOf(targets);
    }

    /// Takes the events of a block before they are asked for, so that many can be read at once.
    public void load(String block, Collection<SizedEvent> events) {
        if (!blocks.containsKey(block)) {
            blocks.put(block, loaded(block, events));
        }
    }

    /// Replays one event.
    public Step add(SizedEvent event) {
        return event.event().event().details() instanceof Annotation about
                ? annotate(event, about.target())
                : claim(event);
    }

    /// Where the events lie that were replayed or moved, by offset. Those that wait lie nowhere.
    public Map<Long, Lie> lies() {
        Map<Long, Lie> lies = new TreeMap<>();
        lineages.forEach(lineage -> lineage.addLiesTo(lies));
        return lies;
    }

    /// The claims whose lineages lie in another block than before.
    public List<UUID> moved() {
        return lineages.stream().filter(LyingLineage::hasMoved).map(LyingLineage::id).toList();
    }

    private Step annotate(SizedEvent annotation, UUID target) {
        LyingLineage lineage = lineageHolding(target);
        if (lineage == null) {
            waiting.computeIfAbsent(target, none -> new ArrayList<>()).add(annotation);
            return Step.none(null);
        }
        lineage.attach(annotation);
        Touches touches = new Touches();
        place(lineage, touches);
        String full = touches.full();
        if (full != null) {
            lineage.detachLast();
            place(lineage, new Touches());
            return Step.none(full);
        }
        lineageOf.put(annotation.id(), lineage);
        return touches.step(lineage.key());
    }

    private Step claim(SizedEvent claim) {
        LyingLineage lineage = LyingLineage.of(claim);
        leadingTo(claim).forEach(lineage::attach);
        Touches touches = new Touches();
        place(lineage, touches);
        String full = touches.full();
        if (full != null) {
            withdraw(lineage);
            return Step.none(full);
        }
        lineages.add(lineage);
        lineage.ids().forEach(id -> lineageOf.put(id, lineage));
        return touches.step(lineage.key());
    }

    /// The annotations that wait for a claim, in recorded order.
    private Collection<SizedEvent> leadingTo(SizedEvent claim) {
        UUID id = claim.id();
        Collection<SizedEvent> before = past.waitingFor(id);
        if (before.isEmpty() && waiting.isEmpty()) {
            return List.of();
        }
        TreeMap<Long, SizedEvent> candidates = new TreeMap<>();
        before.forEach(event -> candidates.put(event.offset(), event));
        List<UUID> open = new ArrayList<>(List.of(id));
        before.forEach(event -> open.add(event.id()));
        while (!open.isEmpty()) {
            for (SizedEvent event : waiting.getOrDefault(open.removeLast(), List.of())) {
                if (candidates.put(event.offset(), event) == null) {
                    open.add(event.id());
                }
            }
        }
        // An annotation of an annotation counts only after it.
        Set<UUID> led = new HashSet<>(Set.of(id));
        candidates
                .values()
                .removeIf(event -> {
                    if (!led.contains(Lineages.targetOf(event.event()))) {
                        return true;
                    }
                    led.add(event.id());
                    return false;
                });
        return candidates.values();
    }

    private @Nullable LyingLineage lineageHolding(UUID event) {
        LyingLineage lineage = lineageOf.get(event);
        if (lineage != null) {
            return lineage;
        }
        String block = past.blockOf(event);
        if (block == null) {
            return null;
        }
        block(block);
        return lineageOf.get(event);
    }

    /// Puts a lineage where it belongs by its head, and all others that it moves.
    private void place(LyingLineage lineage, Touches touches) {
        LyingThread before = lineage.thread() == null ? null : thread(lineage.thread());
        leave(lineage, touches);
        if (before != null) {
            before.members.remove(lineage);
        }
        lineage.settle();
        LyingThread after = lineage.thread() == null ? null : thread(lineage.thread());
        if (after != null) {
            after.members.add(lineage);
        }
        if (before != null && before != after) {
            move(before, touches);
        }
        if (after != null) {
            move(after, touches);
            enter(lineage, after.block(), touches);
        } else {
            enter(lineage, lineage.key(), touches);
        }
    }

    private void withdraw(LyingLineage lineage) {
        Touches touches = new Touches();
        leave(lineage, touches);
        if (lineage.thread() != null) {
            LyingThread thread = thread(lineage.thread());
            thread.members.remove(lineage);
            move(thread, touches);
        }
    }

    /// Moves a thread to the key of its first claim.
    private void move(LyingThread thread, Touches touches) {
        if (thread.members.isEmpty()) {
            thread.block = null;
            return;
        }
        String key = thread.members.first().key();
        if (!key.equals(thread.block)) {
            thread.block = key;
            for (LyingLineage member : List.copyOf(thread.members)) {
                if (member.block() != null) {
                    leave(member, touches);
                    enter(member, key, touches);
                }
            }
        }
    }

    private void leave(LyingLineage lineage, Touches touches) {
        String from = lineage.block();
        if (from != null) {
            LyingBlock block = block(from);
            touches.of(block);
            touches.companies.addAll(lineage.named());
            block.remove(lineage);
            lineage.lieIn(null);
        }
    }

    private void enter(LyingLineage lineage, String key, Touches touches) {
        LyingBlock block = block(key);
        touches.of(block);
        block.add(lineage);
        lineage.lieIn(key);
    }

    private LyingThread thread(ThreadHash id) {
        LyingThread thread = threads.get(id);
        if (thread == null) {
            String block = past.blockOfThread(id);
            if (block != null) {
                block(block);
            }
            thread = threads.computeIfAbsent(id, none -> new LyingThread());
        }
        return thread;
    }

    private LyingBlock block(String key) {
        LyingBlock block = blocks.get(key);
        if (block == null) {
            block = loaded(key, past.inBlock(key));
            blocks.put(key, block);
        }
        return block;
    }

    private LyingBlock loaded(String key, Collection<SizedEvent> events) {
        LyingBlock block = new LyingBlock(key);
        Map<UUID, SizedEvent> sized = HashMap.newHashMap(events.size());
        events.forEach(event -> sized.put(event.id(), event));
        List<RecordedEvent> recorded = events.stream().map(SizedEvent::event).toList();
        for (Lineage stored : Lineages.of(recorded).lineages()) {
            SizedEvent claim = Objects.requireNonNull(sized.get(stored.id()));
            List<SizedEvent> annotations = new ArrayList<>();
            boolean isOpen = targets.contains(stored.id());
            for (Part part : stored.parts()) {
                SizedEvent event = Objects.requireNonNull(sized.get(part.event().event().id()));
                isOpen |= targets.contains(event.id());
                if (!event.id().equals(claim.id())) {
                    annotations.add(event);
                }
            }
            LyingLineage lineage = LyingLineage.of(stored, claim, annotations, key, isOpen);
            block.add(lineage);
            ThreadHash thread = lineage.thread();
            if (thread != null) {
                LyingThread lying = threads.computeIfAbsent(thread, none -> new LyingThread());
                lying.block = key;
                lying.members.add(lineage);
            }
            if (lineage.isOpen()) {
                lineage.ids().forEach(id -> lineageOf.put(id, lineage));
            }
            if (thread != null || lineage.isOpen()) {
                lineages.add(lineage);
            }
        }
        return block;
    }

    /// A block as far as the replay has come.
    private static final class LyingBlock {
        private final String key;
        private final Map<CompanyId, Integer> named = new HashMap<>();
        private long bytes;

        private LyingBlock(String key) {
            this.key = key;
        }

        private void add(LyingLineage lineage) {
            bytes += lineage.bytes();
            lineage.named().forEach(company -> named.merge(company, 1, Integer::sum));
        }

        private void remove(LyingLineage lineage) {
            bytes -= lineage.bytes();
            lineage.named()
                    .forEach(company ->
                            named.computeIfPresent(
                                    company, (same, count) -> count == 1 ? null : count - 1));
        }
    }

    /// A thread as far as the replay has come; without members it lies nowhere.
    private static final class LyingThread {
        private final TreeSet<LyingLineage> members = new TreeSet<>(LyingLineage.STANDING_FIRST);
        private @Nullable String block;

        private String block() {
            if (block == null) {
                throw new IllegalStateException("a thread with members that lies nowhere");
            }
            return block;
        }
    }

    /// What one event touches.
    private final class Touches {
        private final Map<String, LyingBlock> touched = new LinkedHashMap<>();
        private final Map<String, Limits> before = new HashMap<>();
        private final Set<CompanyId> companies = new HashSet<>();

        private void of(LyingBlock block) {
            if (touched.putIfAbsent(block.key, block) == null) {
                before.put(block.key, new Limits(block.bytes, block.named.size()));
            }
        }

        private @Nullable String full() {
            for (LyingBlock block : touched.values()) {
                Limits was = before.getOrDefault(block.key, limits);
                if (isOver(block.bytes, was.bytes, limits.bytes)
                        || isOver(block.named.size(), was.companies, limits.companies)) {
                    return block.key;
                }
            }
            return null;
        }

        private static boolean isOver(long now, long was, long most) {
            return now > was && now > most;
        }

        private Step step(String key) {
            SortedSet<CompanyId> told = new TreeSet<>(companies);
            touched.values().forEach(block -> told.addAll(block.named.keySet()));
            return new Step(new TreeSet<>(touched.keySet()), told, key, null);
        }
    }
}
