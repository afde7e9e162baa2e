package org.companytimeline.timeline.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        place(unrecorded(readings));
        transaction.addEvents(events);
        transaction.addRejected(rejected);
        CompanyRows companies = CompanyRows.touchedBy(events, transaction);
        new FactProjection(transaction, before(), companies, bounds, largeBlocks.pass())
                .fold(events);
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

    /// Puts each event into its block: that of the first recorded event of its thread, else its
    /// own.
    private void place(List<ReadEvent> unrecorded) {
        Set<ThreadKey> threads = new HashSet<>();
        for (ReadEvent event : unrecorded) {
            ThreadKey thread = thread(event);
            if (thread != null) {
                threads.add(thread);
            }
        }
        Map<ThreadKey, String> blocks = new HashMap<>(transaction.blocks(threads));
        for (ReadEvent event : unrecorded) {
            String block = event.ownBlock();
            ThreadKey thread = thread(event);
            if (thread != null && block != null) {
                String first = blocks.putIfAbsent(thread, block);
                block = first == null ? block : first;
            }
            events.add(new EventRow(event, block));
        }
    }

    private static @Nullable ThreadKey thread(ReadEvent event) {
        Bytes thread = event.thread();
        return thread == null ? null : new ThreadKey(event.partition(), event.company(), thread);
    }

    private Map<Integer, Long> before() {
        Map<Integer, Long> before = new HashMap<>();
        batch.slices().forEach(slice -> before.put(slice.partition(), slice.from()));
        return before;
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
