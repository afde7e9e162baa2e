package org.companytimeline.timeline.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.companytimeline.event.Event;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.CompanySummary;
import org.companytimeline.model.Fact;
import org.companytimeline.model.Fold;
import org.companytimeline.model.Policy;

/// Folds the blocks that a batch touches and writes what became of their facts.
final class FactProjection {

    private final ReadModelTransaction transaction;
    private final Map<Integer, Long> before;
    private final CompanyRows companies;
    private final Projector.Bounds bounds;
    private final LargeBlocks.Pass pass;
    private final Map<BlockKey, List<ReadEvent>> arrived = new LinkedHashMap<>();
    private final Map<CompanyKey, Long> changed = new HashMap<>();
    private final Map<CompanyKey, List<Fact>> summarised = new HashMap<>();
    private final Set<BlockKey> foldedBlocks = new HashSet<>();
    private final List<FactRow> folded = new ArrayList<>();
    private final Set<BlockKey> foldedOld = new HashSet<>();
    private long foldedBytes;

    /// @param before for each partition, the offset at which the batch begins
    FactProjection(
            ReadModelTransaction transaction,
            Map<Integer, Long> before,
            CompanyRows companies,
            Projector.Bounds bounds,
            LargeBlocks.Pass pass) {
        this.transaction = transaction;
        this.before = before;
        this.companies = companies;
        this.bounds = bounds;
        this.pass = pass;
    }

    void fold(Collection<EventRow> events) {
        try {
            for (EventRow row : events) {
                ReadEvent read = row.read();
                if (row.block() != null) {
                    arrived.computeIfAbsent(
                                    new BlockKey(
                                            read.partition(),
                                            read.company(),
                                            read.type(),
                                            row.block()),
                                    _ -> new ArrayList<>())
                            .add(read);
                }
            }
            List<BlockKey> old = arrived.keySet().stream().filter(this::mayHaveClaims).toList();
            transaction.claims(old, before, new BlockReader(this::refold));
            arrived.forEach((block, _) -> {
                if (!foldedBlocks.contains(block)) {
                    fold(block, new ArrayList<>(), 0);
                }
            });
            flush();
            summarise();
            companies.changed(changed);
        } finally {
            pass.done();
        }
    }

    private boolean mayHaveClaims(BlockKey block) {
        return companies.hadEvents(new CompanyKey(block.partition(), block.company()));
    }

    /// Folds a block that had claims before this batch.
    private void refold(BlockKey block, List<RecordedEvent> claims, long bytes) {
        foldedOld.add(block);
        fold(block, claims, bytes);
        pass.done();
    }

    private void fold(BlockKey block, List<RecordedEvent> claims, long bytesBefore) {
        add(block, arrived.getOrDefault(block, List.of()), claims, bytesBefore);
        long lastOffset = claims.getLast().position().offset();
        for (RecordedEvent claim : claims) {
            for (NamedCompany other : RecordReading.others(claim.event())) {
                changed.merge(new CompanyKey(block.partition(), other.id()), lastOffset, Math::max);
            }
        }
        foldedBlocks.add(block);
        List<Fact> facts = Fold.block(claims, Policy.DEFAULT_1);
        for (Fact fact : facts) {
            FactRow row = FactRow.of(block, fact, lastOffset);
            folded.add(row);
            foldedBytes += row.body().length();
        }
        if (CompanySummary.TYPES.contains(block.type())) {
            summarised
                    .computeIfAbsent(
                            new CompanyKey(block.partition(), block.company()),
                            _ -> new ArrayList<>())
                    .addAll(facts);
        }
        if (foldedBytes > bounds.factBytesMax()) {
            flush();
        }
    }

    /// Adds what arrived to a block's claims, as far as it may hold them.
    private void add(
            BlockKey block, List<ReadEvent> events, List<RecordedEvent> claims, long bytesBefore) {
        List<ReadEvent> surplus = new ArrayList<>();
        long bytes = bytesBefore;
        for (ReadEvent event : events) {
            Event known = event.known();
            if (bytes + event.body().length() > bounds.blockBytesMax()) {
                surplus.add(event);
            } else if (known != null) {
                bytes += event.body().length();
                claims.add(ReadEvent.recorded(event, known));
            }
        }
        if (!surplus.isEmpty()) {
            throw new BlockFull(block, bounds.blockBytesMax(), surplus);
        }
    }

    private void flush() {
        transaction.write(FactChanges.between(folded, transaction.facts(List.copyOf(foldedOld))));
        folded.clear();
        foldedOld.clear();
        foldedBytes = 0;
    }

    /// Brings what the rows of companies say of their facts up to date, where facts of the types
    /// that matter for it were folded.
    private void summarise() {
        List<CompanyKey> known = summarised.keySet().stream().filter(companies::hadEvents).toList();
        Set<BlockKey> others =
                new HashSet<>(transaction.blocksOfTypes(known, CompanySummary.TYPES));
        others.removeAll(foldedBlocks);
        transaction.claims(
                others,
                before,
                new BlockReader((block, claims, _) ->
                        summarised
                                .computeIfAbsent(
                                        new CompanyKey(block.partition(), block.company()),
                                        _ -> new ArrayList<>())
                                .addAll(Fold.block(claims, Policy.DEFAULT_1))));
        summarised.forEach((company, facts) ->
                companies.summarise(company, CompanySummary.of(company.company(), null, facts)));
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
