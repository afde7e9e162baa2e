package org.companytimeline.timeline.project;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.companytimeline.event.CompanyId;

/// What has to be written so that the read model holds the facts that the fold gives.
///
/// @param added facts that were not there
/// @param rewritten facts whose body or place is another one
/// @param restamped facts of which only the changed offset is another one
/// @param removed facts that are no more
/// @param entriesRemoved entries to take off timelines, before `entriesAdded`
public record FactChanges(
        List<FactRow> added,
        List<FactRow> rewritten,
        List<FactRow> restamped,
        List<Removed> removed,
        List<TimelineEntry> entriesRemoved,
        List<TimelineEntry> entriesAdded) {

    /// A fact that is no more.
    public record Removed(int partition, CompanyId company, UUID id) {}

    /// Compares what the fold gives with what is stored.
    ///
    /// @param folded all facts of some blocks
    /// @param stored all stored facts of the same blocks
    static FactChanges between(Collection<FactRow> folded, Map<BlockKey, List<StoredFact>> stored) {
        FactChanges changes =
                new FactChanges(
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>());
        Map<BlockKey, Map<UUID, StoredFact>> left = new HashMap<>();
        stored.forEach((block, facts) -> {
            Map<UUID, StoredFact> byId = new HashMap<>();
            facts.forEach(fact -> byId.put(fact.id(), fact));
            left.put(block, byId);
        });
        for (FactRow row : folded) {
            Map<UUID, StoredFact> inBlock = left.get(row.block());
            StoredFact before = inBlock == null ? null : inBlock.remove(row.id());
            if (before == null) {
                changes.added.add(row);
                changes.entriesAdded.addAll(TimelineEntry.of(row.block(), row.id(), row.place()));
            } else {
                changes.compare(before, row);
            }
        }
        left.forEach((block, facts) -> facts.values().forEach(fact -> changes.remove(block, fact)));
        return changes;
    }

    private void compare(StoredFact before, FactRow row) {
        boolean samePlace = before.place().equals(row.place());
        if (!samePlace || !before.bodyHash().equals(sha256(row.body()))) {
            rewritten.add(row);
        } else if (before.changedOffset() != row.changedOffset()) {
            restamped.add(row);
        }
        if (!samePlace) {
            var gone = TimelineEntry.of(row.block(), row.id(), before.place());
            var wanted = TimelineEntry.of(row.block(), row.id(), row.place());
            gone.stream().filter(entry -> !wanted.contains(entry)).forEach(entriesRemoved::add);
            wanted.stream().filter(entry -> !gone.contains(entry)).forEach(entriesAdded::add);
        }
    }

    private void remove(BlockKey block, StoredFact fact) {
        removed.add(new Removed(block.partition(), block.company(), fact.id()));
        entriesRemoved.addAll(TimelineEntry.of(block, fact.id(), fact.place()));
    }

    private static Bytes sha256(Bytes bytes) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
