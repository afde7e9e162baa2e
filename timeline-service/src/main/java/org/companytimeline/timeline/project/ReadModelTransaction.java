package org.companytimeline.timeline.project;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.companytimeline.event.RecordedEvent;

/// One transaction on the read model: everything or nothing.
///
/// Every method throws [ReadModelUnavailable] where the read model itself is the trouble, and
/// [NotStorable] where it refuses what it is given. All collections may be empty.
public interface ReadModelTransaction extends AutoCloseable {

    /// Moves partitions forward; must come first, since it keeps all others away from their rows.
    ///
    /// @return the partitions that did not move because they are owned by another by now
    Set<Integer> advance(Collection<Advance> advances);

    /// The content hashes of those events that are recorded.
    Map<EventKey, Bytes> contentHashes(Collection<EventKey> events);

    /// The blocks of those threads that have an event.
    Map<ThreadKey, String> blocks(Collection<ThreadKey> threads);

    /// The blocks in which those events lie that lie in one.
    Map<EventKey, String> blocksOf(Collection<EventKey> events);

    /// Reads the annotations that wait for claims, directly or through other annotations; each
    /// claim's in offset order.
    void waitingFor(Collection<EventKey> claims, WaitingReader reader);

    /// The rows of those companies that have one.
    Map<CompanyKey, CompanyRow> companies(Collection<CompanyKey> companies);

    /// Records events, and whom they name.
    void addEvents(Collection<EventRow> events);

    /// Records whose timelines events touched without naming them.
    void addTouches(Collection<Touch> touches);

    /// Records which identifiers companies were said to go by, where it is not recorded yet.
    void addIdentifiers(Collection<IdentifierRow> identifiers);

    /// Puts recorded events where their lineages lie now.
    void move(Collection<MovedEvent> events);

    /// Removes those of these facts that there are, with their entries on timelines.
    void removeFacts(Collection<EventKey> facts);

    /// Keeps what was rejected.
    void addRejected(Collection<Rejected> rejected);

    /// Reads the recorded claims of blocks, with their annotations, one block at a time.
    ///
    /// @param before for each partition, the offset before which claims are read
    void claims(Collection<BlockKey> blocks, Map<Integer, Long> before, ClaimsReader reader);

    /// The stored facts of blocks; blocks without any are left out.
    Map<BlockKey, List<StoredFact>> facts(Collection<BlockKey> blocks);

    /// The blocks of those of a company's stored facts that are of some types.
    Set<BlockKey> blocksOfTypes(Collection<CompanyKey> companies, Collection<String> types);

    /// Changes facts and their entries on timelines.
    void write(FactChanges changes);

    /// Adds or replaces the rows of companies.
    void putCompanies(Collection<CompanyRow> companies);

    /// Changes the rows by which companies are found.
    void putSearch(SearchRows rows);

    /// Adds to the counts, tells listeners how far the partitions are, and commits.
    void commit(Collection<Tally> tallies);

    /// Rolls back what was not committed.
    @Override
    void close();

    /// Takes annotations that wait for claims.
    @FunctionalInterface
    interface WaitingReader {

        /// One more annotation that leads to a claim.
        ///
        /// @param bytes of its stored body
        void read(EventKey claim, RecordedEvent annotation, long bytes);
    }

    /// Takes claims and annotations, block by block, each block's in offset order.
    interface ClaimsReader {

        /// One more claim or annotation of a block.
        ///
        /// @param bytes of its stored body
        void read(BlockKey block, RecordedEvent claim, long bytes);

        /// That was the last one of a block.
        void end(BlockKey block);
    }
}
