package org.companytimeline.timeline.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One batch in one transaction: what is new is recorded, the blocks that it touches are folded
/// anew, and the companies that they name are brought up to date.
final class BatchProjection {

    private final ReadModelTransaction transaction;
    private final Batch batch;
    private final Projector.Bounds bounds;
    private final LargeBlocks largeBlocks;
    private final List<EventRow> events = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();

    BatchProjection(
            ReadModelTransaction transaction,
            Batch batch,
            Projector.Bounds bounds,
            LargeBlocks largeBlocks) {
        this.transaction = transaction;
        this.batch = batch;
        this.bounds = bounds;
        this.largeBlocks = largeBlocks;
    }

    /// Commits, unless some partitions were taken over by another: then nothing is changed.
    ///
    /// @return those partitions
    Set<Integer> apply(List<Reading> readings, Projector.Guard guard) {
        Set<Integer> lost =
                transaction.advance(batch.slices().stream().map(this::advance).toList());
        if (!lost.isEmpty()) {
            return lost;
        }
        List<ReadEvent> unrecorded = unrecorded(readings);
        CompanyRows companies = CompanyRows.named(unrecorded, transaction);
        Touches touches = new Touches(transaction);
        EventPlacing.Places places =
                new EventPlacing(transaction, batch, companies, bounds, largeBlocks.pass(), touches)
                        .place(unrecorded);
        events.addAll(places.events());
        transaction.addEvents(events);
        transaction.addIdentifiers(places.identifiers().rows());
        transaction.addRejected(rejected);
        transaction.move(places.moved());
        transaction.removeFacts(places.movedClaims());
        new FactProjection(
                        transaction,
                        batch.firstOffsets(),
                        companies,
                        bounds,
                        largeBlocks.pass(),
                        touches)
                .fold(places);
        touches.write();
        companies.changed(touches.last());
        companies.write();
        guard.confirm();
        transaction.commit(tallies());
        return Set.of();
    }

    private Advance advance(Slice slice) {
        return new Advance(
                slice.partition(), slice.epoch(), slice.from(), slice.to(), slice.knownTimeAfter());
    }

    /// Leaves out what is recorded already: the lowest offset of an id stands.
    private List<ReadEvent> unrecorded(List<Reading> readings) {
        List<ReadEvent> read = new ArrayList<>();
        for (Reading reading : readings) {
            switch (reading) {
                case ReadEvent event -> read.add(event);
                case Rejected refused -> rejected.add(refused);
            }
        }
        Map<EventKey, Bytes> standing =
                new HashMap<>(
                        transaction.contentHashes(read.stream().map(ReadEvent::key).toList()));
        List<ReadEvent> unrecorded = new ArrayList<>();
        for (ReadEvent event : read) {
            Bytes before = standing.putIfAbsent(event.key(), event.contentHash());
            if (before == null) {
                unrecorded.add(event);
            } else if (!before.equals(event.contentHash())) {
                rejected.add(
                        new Rejected(
                                event.log(),
                                event.recordedAt(),
                                RejectionReason.ID_CONFLICT,
                                "The id "
                                        + event.id()
                                        + " of "
                                        + event.company()
                                        + " stands already, with other content."));
            }
        }
        return unrecorded;
    }

    private Collection<Tally> tallies() {
        Map<Integer, Tally> tallies = new LinkedHashMap<>();
        for (Slice slice : batch.slices()) {
            tallies.put(slice.partition(), new Tally(slice.partition(), slice.to(), 0, 0));
        }
        for (EventRow event : events) {
            tallies.computeIfPresent(
                    event.read().partition(),
                    (_, tally) ->
                            new Tally(
                                    tally.partition(),
                                    tally.nextOffset(),
                                    tally.events() + 1,
                                    tally.rejected()));
        }
        for (Rejected refused : rejected) {
            tallies.computeIfPresent(
                    refused.log().position().partition(),
                    (_, tally) ->
                            new Tally(
                                    tally.partition(),
                                    tally.nextOffset(),
                                    tally.events(),
                                    tally.rejected() + 1));
        }
        return tallies.values();
    }
}
