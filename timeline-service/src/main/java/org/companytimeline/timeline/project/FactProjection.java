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
    private final Map<BlockKey, List<RecordedEvent>> arrived = new LinkedHashMap<>();
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
            Projector.Bounds bounds) {
        this.transaction = transaction;
        this.before = before;
        this.companies = companies;
        this.bounds = bounds;
    }

    void fold(Collection<EventRow> events) {
        for (EventRow row : events) {
            ReadEvent read = row.read();
            Event known = read.known();
            if (known != null && row.block() != null) {
                arrived.computeIfAbsent(
                                new BlockKey(
                                        read.partition(), read.company(), read.type(), row.block()),
                                _ -> new ArrayList<>())
                        .add(ReadEvent.recorded(read, known));
            }
        }
        List<BlockKey> old = arrived.keySet().stream().filter(this::mayHaveClaims).toList();
        transaction.claims(old, before, (block, claims) -> fold(block, claims, true));
        arrived.forEach((block, _) -> {
            if (!foldedBlocks.contains(block)) {
                fold(block, new ArrayList<>(), false);
            }
        });
        flush();
        summarise();
        companies.changed(changed);
    }

    private boolean mayHaveClaims(BlockKey block) {
        return companies.hadEvents(new CompanyKey(block.partition(), block.company()));
    }

    private void fold(BlockKey block, List<RecordedEvent> claims, boolean hasFacts) {
        claims.addAll(arrived.getOrDefault(block, List.of()));
        if (claims.size() > bounds.claimsPerBlockMax()) {
            throw new BlockFull(block, bounds.claimsPerBlockMax());
        }
        long lastOffset = claims.getLast().position().offset();
        for (RecordedEvent claim : claims) {
            for (NamedCompany other : RecordReading.others(claim.event())) {
                changed.merge(new CompanyKey(block.partition(), other.id()), lastOffset, Math::max);
            }
        }
        foldedBlocks.add(block);
        if (hasFacts) {
            foldedOld.add(block);
        }
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
                (block, claims) ->
                        summarised
                                .computeIfAbsent(
                                        new CompanyKey(block.partition(), block.company()),
                                        _ -> new ArrayList<>())
                                .addAll(Fold.block(claims, Policy.DEFAULT_1)));
        summarised.forEach((company, facts) ->
                companies.summarise(company, CompanySummary.of(company.company(), null, facts)));
    }
}
