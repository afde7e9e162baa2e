package org.companytimeline.timeline.project;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.companytimeline.event.CompanyEvent.Annotation;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Event;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.Block;
import org.companytimeline.model.Fact;
import org.companytimeline.model.Fold;
import org.companytimeline.model.Lineage;
import org.companytimeline.model.Lineages;
import org.companytimeline.model.Policy;

/// Folds the blocks that a batch touches and writes what became of their facts.
final class FactProjection {

    private static final List<Aspect> ASPECTS = List.of(Aspect.values());

    private final ReadModelTransaction transaction;
    private final Map<Integer, Long> before;
    private final CompanyRows companies;
    private final Projector.Bounds bounds;
    private final LargeBlocks.Pass pass;
    private final Touches touches;
    private final Map<BlockKey, List<ReadEvent>> arrived = new LinkedHashMap<>();
    private final Map<BlockKey, Long> replayed = new HashMap<>();
    private final Map<Aspect, Map<CompanyKey, List<Fact>>> seen = new EnumMap<>(Aspect.class);
    private final Set<BlockKey> foldedBlocks = new HashSet<>();
    private final List<FactRow> folded = new ArrayList<>();
    private final Set<BlockKey> foldedOld = new HashSet<>();
    private long foldedBytes;

    /// @param before for each partition, the offset at which the batch begins
    /// @param touches what replayed events touched, and takes what the others do
    FactProjection(
            ReadModelTransaction transaction,
            Map<Integer, Long> before,
            CompanyRows companies,
            Projector.Bounds bounds,
            LargeBlocks.Pass pass,
            Touches touches) {
        this.transaction = transaction;
        this.before = before;
        this.companies = companies;
        this.bounds = bounds;
        this.pass = pass;
        this.touches = touches;
    }

    void fold(EventPlacing.Places places) {
        try {
            replayed.putAll(places.touched());
            for (EventRow row : places.events()) {
                ReadEvent read = row.read();
                String block = row.block();
                if (block != null) {
                    arrived.computeIfAbsent(
                                    new BlockKey(
                                            read.partition(),
                                            read.company(),
                                            Block.typeOf(block),
                                            block),
                                    _ -> new ArrayList<>())
                            .add(read);
                }
            }
            Set<BlockKey> touched = new LinkedHashSet<>(arrived.keySet());
            touched.addAll(replayed.keySet());
            List<BlockKey> old = touched.stream().filter(this::mayHaveClaims).toList();
            transaction.claims(old, before, new BlockReader(this::refold));
            for (BlockKey block : touched) {
                if (!foldedBlocks.contains(block)) {
                    if (replayed.containsKey(block) && mayHaveClaims(block)) {
                        foldedOld.add(block);
                    }
                    fold(block, new ArrayList<>(), 0);
                }
            }
            flush();
            for (Aspect aspect : ASPECTS) {
                tellCompanies(aspect);
            }
        } finally {
            pass.done();
        }
    }

    private boolean mayHaveClaims(BlockKey block) {
        return companies.hadEvents(new CompanyKey(block.partition(), block.company()));
    }

    /// Folds a block in which events lie that were recorded before this batch.
    private void refold(BlockKey block, List<RecordedEvent> events, long bytes) {
        foldedOld.add(block);
        fold(block, events, bytes);
        pass.done();
    }

    private void fold(BlockKey block, List<RecordedEvent> events, long bytesBefore) {
        List<ReadEvent> added = arrived.getOrDefault(block, List.of());
        Long lastTouch = replayed.get(block);
        if (lastTouch == null) {
            lastTouch = added.getLast().offset();
            tell(block, added, events, bytesBefore);
        }
        for (ReadEvent event : added) {
            Event known = event.known();
            if (known != null) {
                events.add(ReadEvent.recorded(event, known));
            }
        }
        foldedBlocks.add(block);
        List<Fact> facts = Fold.block(events, Policy.DEFAULT_1);
        for (Fact fact : facts) {
            FactRow row = FactRow.of(block, fact, lastTouch);
            folded.add(row);
            foldedBytes += row.body().length();
        }
        for (Aspect aspect : ASPECTS) {
            if (aspect.types().contains(block.type())) {
                see(aspect, block, facts);
            }
        }
        if (foldedBytes > bounds.factBytesMax()) {
            flush();
        }
    }

    /// Tells the companies that a block's claims name of the plain claims that arrived for it, as
    /// far as it may hold them.
    private void tell(
            BlockKey block, List<ReadEvent> added, List<RecordedEvent> before, long bytesBefore) {
        List<BlockFull.Surplus> surplus = new ArrayList<>();
        Set<CompanyId> named = namedIn(before);
        long bytes = bytesBefore;
        for (ReadEvent event : added) {
            Set<CompanyId> others = othersThan(named, event);
            if (bytes + event.body().length() > bounds.blockBytesMax()
                    || (!others.isEmpty()
                            && named.size() + others.size() > bounds.blockCompaniesMax())) {
                surplus.add(new BlockFull.Surplus(event, block));
            } else {
                bytes += event.body().length();
                touches.add(event, named);
                named.addAll(others);
            }
        }
        if (!surplus.isEmpty()) {
            throw new BlockFull(surplus, bounds);
        }
    }

    private static Set<CompanyId> othersThan(Set<CompanyId> named, ReadEvent event) {
        if (event.mentions().isEmpty()) {
            return Set.of();
        }
        Set<CompanyId> others = new HashSet<>();
        event.mentions().forEach(mention -> others.add(mention.id()));
        others.removeAll(named);
        return others;
    }

    /// The other companies that standing heads name.
    private static Set<CompanyId> namedIn(List<RecordedEvent> events) {
        Set<CompanyId> named = new HashSet<>();
        if (events.stream().anyMatch(event -> event.event().details() instanceof Annotation)) {
            for (Lineage lineage : Lineages.of(events).lineages()) {
                if (!lineage.isRetracted()) {
                    addOthers(lineage.head().event(), named);
                }
            }
        } else {
            events.forEach(event -> addOthers(event.event(), named));
        }
        return named;
    }

    private static void addOthers(Event event, Set<CompanyId> named) {
        RecordReading.others(event).forEach(other -> named.add(other.id()));
    }

    private void flush() {
        transaction.write(FactChanges.between(folded, transaction.facts(List.copyOf(foldedOld))));
        folded.clear();
        foldedOld.clear();
        foldedBytes = 0;
    }

    private void see(Aspect aspect, BlockKey block, List<Fact> facts) {
        seen.computeIfAbsent(aspect, _ -> new HashMap<>())
                .computeIfAbsent(
                        new CompanyKey(block.partition(), block.company()), _ -> new ArrayList<>())
                .addAll(facts);
    }

    /// Brings what is kept of companies' facts of some types up to date, where any of these was
    /// folded: the blocks of those types that this batch did not touch are read too.
    private void tellCompanies(Aspect aspect) {
        Map<CompanyKey, List<Fact>> facts = seen.getOrDefault(aspect, Map.of());
        List<CompanyKey> known = facts.keySet().stream().filter(companies::hadEvents).toList();
        Set<BlockKey> others = new HashSet<>(transaction.blocksOfTypes(known, aspect.types()));
        others.removeAll(foldedBlocks);
        transaction.claims(
                others,
                before,
                new BlockReader((block, claims, _) ->
                        see(aspect, block, Fold.block(claims, Policy.DEFAULT_1))));
        facts.forEach((company, all) -> companies.see(company, aspect, all));
    }

    /// Takes all claims of a block.
    private interface WholeBlock {
        void read(BlockKey block, List<RecordedEvent> claims, long bytes);
    }

    /// Collects the claims of each block.
    private final class BlockReader implements ReadModelTransaction.ClaimsReader {

        private final WholeBlock whole;
        private List<RecordedEvent> claims = new ArrayList<>();
        private long bytes;

        private BlockReader(WholeBlock whole) {
            this.whole = whole;
        }

        @Override
        public void read(BlockKey block, RecordedEvent claim, long claimBytes) {
            claims.add(claim);
            bytes += claimBytes;
            pass.grown(bytes);
        }

        @Override
        public void end(BlockKey block) {
            whole.read(block, claims, bytes);
            claims = new ArrayList<>();
            bytes = 0;
        }
    }
}
