package org.companytimeline.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Event;
import org.companytimeline.event.Mention;
import org.companytimeline.event.Mentions;
import org.companytimeline.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/// A lineage while it is replayed: where it lies, and what that depends on.
///
/// An open one keeps its events and takes further annotations. The others only keep what counts
/// when their thread moves.
final class LyingLineage {

    /// The order in which the lineages of a thread give it its key.
    static final Comparator<LyingLineage> STANDING_FIRST =
            Comparator.<LyingLineage, Boolean>comparing(lineage -> lineage.isRetracted)
                    .thenComparingLong(lineage -> lineage.headOffset);

    private final UUID id;
    private final long claimOffset;
    private final String publisher;
    private final @Nullable Settlement settlement;
    private final List<SizedEvent> events = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>();
    private final @Nullable String blockBefore;
    private @Nullable ThreadHash threadBefore;
    private int countBefore;
    private long bytes;
    private long headOffset;
    private boolean isRetracted;
    private String key = "";
    private @Nullable ThreadHash thread;
    private Set<CompanyId> named = Set.of();
    private @Nullable String block;

    private LyingLineage(SizedEvent claim, boolean isOpen, @Nullable String block) {
        this.id = claim.id();
        this.claimOffset = claim.offset();
        this.publisher = claim.event().event().publisher();
        this.settlement = isOpen ? new Settlement(claim.event()) : null;
        this.blockBefore = block;
        this.block = block;
        keep(claim);
    }

    /// A lineage of a claim that was not recorded before; it lies nowhere until it is settled and
    /// put into a block.
    static LyingLineage of(SizedEvent claim) {
        return new LyingLineage(claim, true, null);
    }

    /// A recorded lineage.
    ///
    /// @param annotations of it, in recorded order
    /// @param isOpen whether it will take more of them
    static LyingLineage of(
            Lineage stored,
            SizedEvent claim,
            List<SizedEvent> annotations,
            String block,
            boolean isOpen) {
        LyingLineage lineage = new LyingLineage(claim, isOpen, block);
        annotations.forEach(lineage::keep);
        if (lineage.settlement != null) {
            annotations.forEach(annotation -> lineage.settlement.add(annotation.event()));
        }
        lineage.bytes = claim.bytes();
        annotations.forEach(annotation -> lineage.bytes += annotation.bytes());
        lineage.take(stored.head(), stored.isRetracted());
        lineage.threadBefore = lineage.thread;
        lineage.countBefore = lineage.offsets.size();
        return lineage;
    }

    private void keep(SizedEvent event) {
        offsets.add(event.offset());
        if (settlement != null) {
            events.add(event);
        }
    }

    /// Adds an annotation that leads to it, recorded after all others; it counts once the lineage
    /// is settled.
    void attach(SizedEvent annotation) {
        keep(annotation);
        open().add(annotation.event());
    }

    /// Takes the annotation off again that was added last.
    void detachLast() {
        offsets.removeLast();
        events.removeLast();
        open().removeLast();
    }

    private Settlement open() {
        return Objects.requireNonNull(settlement, () -> "no events were kept of " + id);
    }

    /// Takes over what its events come to; not while it lies in a block or among the members of a
    /// thread.
    void settle() {
        bytes = 0;
        events.forEach(event -> bytes += event.bytes());
        take(open().head(), open().isRetracted());
    }

    private void take(RecordedEvent head, boolean retracted) {
        Event event = head.event();
        byte[] ofHead = Block.threadOf(event, publisher);
        headOffset = head.position().offset();
        isRetracted = retracted;
        key = Block.of(event);
        thread = ofHead == null ? null : ThreadHash.of(ofHead);
        named = retracted ? Set.of() : companiesIn(event);
    }

    private static Set<CompanyId> companiesIn(Event event) {
        Set<CompanyId> companies = new HashSet<>();
        for (Mention mention : Mentions.in(event.details())) {
            if (mention.company() != null && !mention.company().equals(event.company().id())) {
                companies.add(mention.company());
            }
        }
        return Set.copyOf(companies);
    }

    UUID id() {
        return id;
    }

    /// The ids of its events, where it is open.
    List<UUID> ids() {
        return events.stream().map(SizedEvent::id).toList();
    }

    boolean isOpen() {
        return settlement != null;
    }

    /// The key of its head.
    String key() {
        return key;
    }

    @Nullable ThreadHash thread() {
        return thread;
    }

    /// The other companies that its head names, unless that is retracted.
    Set<CompanyId> named() {
        return named;
    }

    long bytes() {
        return bytes;
    }

    @Nullable String block() {
        return block;
    }

    void lieIn(@Nullable String other) {
        block = other;
    }

    /// Whether it lay in another block before.
    boolean hasMoved() {
        return blockBefore != null && !blockBefore.equals(block);
    }

    /// Says where its events lie that lie elsewhere than before.
    void addLiesTo(Map<Long, BlockReplay.Lie> lies) {
        String now = block;
        if (now == null) {
            return;
        }
        boolean isElsewhere = !now.equals(blockBefore) || !Objects.equals(thread, threadBefore);
        for (int i = isElsewhere ? 0 : countBefore; i < offsets.size(); i++) {
            long offset = offsets.get(i);
            lies.put(offset, new BlockReplay.Lie(now, offset == claimOffset ? thread : null));
        }
    }
}
