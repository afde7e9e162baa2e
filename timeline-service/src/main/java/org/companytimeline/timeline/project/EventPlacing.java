package org.companytimeline.timeline.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.companytimeline.event.Event;
import org.companytimeline.event.Position;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.model.Block;
import org.companytimeline.model.BlockReplay;
import org.companytimeline.model.SizedEvent;
import org.companytimeline.model.ThreadHash;
import org.jspecify.annotations.Nullable;

/// Finds out where the events of a batch lie, what they move, and what they touch.
///
/// An event that is no annotation, waits for none and has no thread lies where its own content says
/// and touches nothing else. The events of a company among which there is another are replayed.
final class EventPlacing {

    private final ReadModelTransaction transaction;
    private final Batch batch;
    private final CompanyRows companies;
    private final Projector.Bounds bounds;
    private final LargeBlocks.Pass pass;
    private final Touches touches;
    private final Map<Integer, Long> before;
    private final Map<EventKey, List<SizedEvent>> waiting = new HashMap<>();
    private final Map<EventKey, String> blocks = new HashMap<>();
    private final Map<ThreadKey, String> threads = new HashMap<>();
    private final List<BlockFull.Surplus> surplus = new ArrayList<>();
    private long bytes;

    /// Where the events of a batch lie.
    ///
    /// @param events all that are recorded with it
    /// @param moved what was recorded before and lies elsewhere now
    /// @param movedClaims the claims among those that lie in another block now
    /// @param touched the blocks that replayed events touched, with the offset of the last that did
    /// @param identifiers what the companies were said to go by
    record Places(
            List<EventRow> events,
            List<MovedEvent> moved,
            List<EventKey> movedClaims,
            Map<BlockKey, Long> touched,
            SaidIdentifiers identifiers) {}

    EventPlacing(
            ReadModelTransaction transaction,
            Batch batch,
            CompanyRows companies,
            Projector.Bounds bounds,
            LargeBlocks.Pass pass,
            Touches touches) {
        this.transaction = transaction;
        this.batch = batch;
        this.companies = companies;
        this.bounds = bounds;
        this.pass = pass;
        this.touches = touches;
        this.before = batch.firstOffsets();
    }

    /// Places events; throws [BlockFull] where some are too many.
    Places place(List<ReadEvent> events) {
        findWaiting(events);
        Map<CompanyKey, List<ReadEvent>> linked = linked(events);
        Places places =
                new Places(
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new LinkedHashMap<>(),
                        new SaidIdentifiers());
        Map<Position, BlockReplay.Lie> lies = new HashMap<>();
        if (!linked.isEmpty()) {
            try {
                replay(linked, places, lies);
            } finally {
                pass.done();
            }
        }
        for (ReadEvent event : events) {
            if (!linked.isEmpty() && linked.containsKey(event.companyKey())) {
                BlockReplay.Lie lie = lies.get(event.log().position());
                places.events.add(
                        lie == null
                                ? new EventRow(event, null, null)
                                : new EventRow(event, lie.block(), bytes(lie.thread())));
            } else {
                places.events.add(new EventRow(event, event.ownBlock(), null));
                places.identifiers.add(event, event.ownBlock());
            }
        }
        return places;
    }

    private void findWaiting(List<ReadEvent> events) {
        List<EventKey> claims =
                events.stream()
                        .filter(event ->
                                event.ownBlock() != null && companies.hadEvents(event.companyKey()))
                        .map(ReadEvent::key)
                        .toList();
        transaction.waitingFor(
                claims,
                (claim, annotation, size) -> {
                    count(size);
                    if (bytes > bounds.blockBytesMax()) {
                        refuseOnly(events);
                    }
                    waiting.computeIfAbsent(claim, _ -> new ArrayList<>())
                            .add(new SizedEvent(annotation, size));
                });
    }

    /// Refuses a batch's only claim, for which too much waits.
    private void refuseOnly(List<ReadEvent> events) {
        ReadEvent claim = events.getFirst();
        String own = claim.ownBlock();
        if (own != null) {
            throw new BlockFull(
                    List.of(new BlockFull.Surplus(claim, blockKey(claim.companyKey(), own))),
                    bounds);
        }
    }

    /// The events of companies among which there are annotations, threads or claims that
    /// annotations wait for.
    private Map<CompanyKey, List<ReadEvent>> linked(List<ReadEvent> events) {
        Set<CompanyKey> companiesOfLinked = new HashSet<>();
        for (ReadEvent event : events) {
            if (event.target() != null
                    || event.thread() != null
                    || waiting.containsKey(event.key())) {
                companiesOfLinked.add(event.companyKey());
            }
        }
        Map<CompanyKey, List<ReadEvent>> linked = new LinkedHashMap<>();
        if (!companiesOfLinked.isEmpty()) {
            for (ReadEvent event : events) {
                if (companiesOfLinked.contains(event.companyKey())) {
                    linked.computeIfAbsent(event.companyKey(), _ -> new ArrayList<>()).add(event);
                }
            }
        }
        return linked;
    }

    private void replay(
            Map<CompanyKey, List<ReadEvent>> linked,
            Places places,
            Map<Position, BlockReplay.Lie> lies) {
        Map<CompanyKey, BlockReplay> replays = new HashMap<>();
        linked.forEach((company, events) ->
                replays.put(
                        company,
                        new BlockReplay(
                                new StoredPast(company), bounds.ofBlock(), targets(events))));
        load(linked, replays);
        linked.forEach((company, events) -> {
            BlockReplay replay = replays.remove(company);
            if (replay != null) {
                events.forEach(event -> replay(replay, event, places));
                collect(company, replay, places, lies);
            }
        });
        if (!surplus.isEmpty()) {
            throw new BlockFull(surplus, bounds);
        }
    }

    private static Set<UUID> targets(List<ReadEvent> events) {
        Set<UUID> targets = new HashSet<>();
        for (ReadEvent event : events) {
            UUID target = event.target();
            if (target != null) {
                targets.add(target);
            }
        }
        return targets;
    }

    private void replay(BlockReplay replay, ReadEvent event, Places places) {
        Event known = event.known();
        if (known == null) {
            return;
        }
        BlockReplay.Step step =
                replay.add(new SizedEvent(ReadEvent.recorded(event, known), event.body().length()));
        String full = step.full();
        if (full != null) {
            surplus.add(new BlockFull.Surplus(event, blockKey(event.companyKey(), full)));
        }
        step.blocks()
                .forEach(block ->
                        places.touched.put(blockKey(event.companyKey(), block), event.offset()));
        places.identifiers.add(event, step.key());
        touches.add(event, step.companies());
    }

    private void collect(
            CompanyKey company,
            BlockReplay replay,
            Places places,
            Map<Position, BlockReplay.Lie> lies) {
        long from = before.getOrDefault(company.partition(), 0L);
        replay.lies()
                .forEach((offset, lie) -> {
                    Position position = new Position(company.partition(), offset);
                    if (offset >= from) {
                        lies.put(position, lie);
                    } else {
                        places.moved.add(
                                new MovedEvent(position, lie.block(), bytes(lie.thread())));
                    }
                });
        replay.moved()
                .forEach(claim ->
                        places.movedClaims.add(
                                new EventKey(company.partition(), company.company(), claim)));
    }

    /// Reads at once what most replays need: the blocks of the targets, of the threads, and those
    /// where new claims lie by their own content.
    private void load(
            Map<CompanyKey, List<ReadEvent>> linked, Map<CompanyKey, BlockReplay> replays) {
        Set<EventKey> targets = new HashSet<>();
        Set<ThreadKey> ofThreads = new HashSet<>();
        Set<BlockKey> toRead = new HashSet<>();
        linked.forEach((company, events) -> {
            if (companies.hadEvents(company)) {
                for (ReadEvent event : events) {
                    UUID target = event.target();
                    if (target != null) {
                        targets.add(new EventKey(company.partition(), company.company(), target));
                    }
                    Bytes thread = event.thread();
                    if (thread != null) {
                        ofThreads.add(
                                new ThreadKey(company.partition(), company.company(), thread));
                    }
                    String own = event.ownBlock();
                    if (own != null) {
                        toRead.add(blockKey(company, own));
                    }
                }
            }
        });
        blocks.putAll(transaction.blocksOf(targets));
        threads.putAll(transaction.blocks(ofThreads));
        blocks.forEach((event, block) ->
                toRead.add(blockKey(new CompanyKey(event.partition(), event.company()), block)));
        threads.forEach((thread, block) ->
                toRead.add(blockKey(new CompanyKey(thread.partition(), thread.company()), block)));
        transaction.claims(
                toRead, before, new SizedReader((block, events) -> load(replays, block, events)));
        toRead.forEach(block -> load(replays, block, List.of()));
    }

    private static void load(
            Map<CompanyKey, BlockReplay> replays, BlockKey block, List<SizedEvent> events) {
        BlockReplay replay = replays.get(new CompanyKey(block.partition(), block.company()));
        if (replay != null) {
            replay.load(block.block(), events);
        }
    }

    private static BlockKey blockKey(CompanyKey company, String block) {
        return new BlockKey(company.partition(), company.company(), Block.typeOf(block), block);
    }

    private static @Nullable Bytes bytes(@Nullable ThreadHash thread) {
        return thread == null ? null : Bytes.of(thread.bytes());
    }

    /// Counts what is read, unless it is for one record, which can't be divided.
    private void count(long size) {
        bytes += size;
        if (bytes > bounds.blockBytesMax() && batch.size() > 1) {
            throw new TooMuchAtOnce(bounds.blockBytesMax());
        }
    }

    /// Takes all events of a block.
    private interface WholeBlock {
        void read(BlockKey block, List<SizedEvent> events);
    }

    /// Collects the events of each block.
    private final class SizedReader implements ReadModelTransaction.ClaimsReader {

        private final WholeBlock whole;
        private List<SizedEvent> events = new ArrayList<>();
        private long bytesOfBlock;

        private SizedReader(WholeBlock whole) {
            this.whole = whole;
        }

        @Override
        public void read(BlockKey block, RecordedEvent event, long size) {
            events.add(new SizedEvent(event, size));
            bytesOfBlock += size;
            pass.grown(bytesOfBlock);
            count(size);
        }

        @Override
        public void end(BlockKey block) {
            whole.read(block, events);
            events = new ArrayList<>();
            bytesOfBlock = 0;
        }
    }

    /// What is stored of a company before the batch.
    private final class StoredPast implements BlockReplay.Past {

        private final CompanyKey company;

        private StoredPast(CompanyKey company) {
            this.company = company;
        }

        @Override
        public Collection<SizedEvent> inBlock(String block) {
            List<SizedEvent> events = new ArrayList<>();
            if (companies.hadEvents(company)) {
                transaction.claims(
                        List.of(blockKey(company, block)),
                        before,
                        new SizedReader((_, all) -> events.addAll(all)));
            }
            return events;
        }

        @Override
        public @Nullable String blockOfThread(ThreadHash thread) {
            ThreadKey key =
                    new ThreadKey(company.partition(), company.company(), Bytes.of(thread.bytes()));
            if (companies.hadEvents(company) && !threads.containsKey(key)) {
                threads.putAll(transaction.blocks(List.of(key)));
            }
            return threads.get(key);
        }

        @Override
        public @Nullable String blockOf(UUID event) {
            return blocks.get(new EventKey(company.partition(), company.company(), event));
        }

        @Override
        public Collection<SizedEvent> waitingFor(UUID claim) {
            return waiting.getOrDefault(
                    new EventKey(company.partition(), company.company(), claim), List.of());
        }
    }
}
