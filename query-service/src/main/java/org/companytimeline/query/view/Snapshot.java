package org.companytimeline.query.view;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Position;
import org.companytimeline.event.RecordedEvent;

/// The read model as it stood at one moment: everything read from one snapshot agrees.
public interface Snapshot {

    LogState log();

    /// The last offset in each partition that changed one of these companies or its timeline; empty
    /// if no event mentions them.
    SortedMap<Integer, Long> changes(Collection<CompanyId> companies);

    /// The latest name that a company's own events give, else what others call it; empty where
    /// nobody named it.
    Optional<String> nameOf(CompanyId company);

    /// Companies by name, without regard to `q`.
    Rows<NameKey> companiesByName(CompanySearch search, Optional<NameKey> after, int limit);

    /// Companies whose name resembles `q`, best first.
    Rows<RankKey> companiesByRank(
            String q, CompanySearch search, Optional<RankKey> after, int limit);

    /// The facts on a timeline as they are now.
    Rows<FactKey> timeline(
            CompanyId company,
            TimelineFilter filter,
            Direction direction,
            Optional<FactKey> after,
            int limit);

    /// The claims that shaped a timeline at a point in the log: a list for each block, of its
    /// subject.
    List<List<RecordedEvent>> blocksOn(CompanyId company, Cursor at);

    /// The claims of one block, recorded before a point in the log.
    List<RecordedEvent> block(int partition, CompanyId subject, String block, Cursor at);

    /// The facts with this id, of one subject or of all.
    List<StoredFact> facts(UUID id, Optional<CompanyId> subject);

    /// The recorded events with this id, of one subject or of all.
    List<StoredEvent> events(UUID id, Optional<CompanyId> subject);

    /// Recorded events as they stood at a point in the log.
    Rows<EventKey> events(
            EventFilter filter,
            Direction direction,
            Cursor at,
            Optional<EventKey> after,
            int limit);

    /// The first of these positions that was rejected, if any.
    Optional<Rejection> rejection(Collection<Position> positions);

    /// A record of the log that could not be read or stored.
    ///
    /// @param reason such as `id-conflict`
    record Rejection(Position position, String reason) {}
}
