package org.companytimeline.query.view;

import java.time.Instant;
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

    /// How many bytes of items a page may hold: it ends before the item that would begin beyond
    /// them.
    long pageBytes();

    /// The last offset in each partition that changed one of these companies or its timeline; empty
    /// if no event mentions them.
    SortedMap<Integer, Long> changes(Collection<CompanyId> companies);

    /// What changed a company's timeline up to now.
    Changes changes(CompanyId company);

    /// The last offset before a point in the log, in each partition, that may have changed a
    /// company's timeline; empty if no event mentioned it then.
    SortedMap<Integer, Long> changes(CompanyId company, Cursor at);

    /// The point just after the last event of each partition whose known time is not later.
    Cursor justAfter(Instant instant);

    /// The stored facts that hold and by which a record and another one are the same, those of the
    /// record and those that name it.
    List<byte[]> sameAs(CompanyId company);

    /// The events of the type `same-as`, with their annotations, of every company one of whose
    /// facts may have said before a point in the log that it and a record are the same: a list for
    /// each.
    List<List<RecordedEvent>> sameAs(CompanyId company, Cursor at);

    /// The records that said before a point in the log that they go by an identifier by which one
    /// of these records said to go: for each identifier at most so many, the first by id.
    List<Sharing> sharing(Collection<CompanyId> records, Cursor at, int most);

    /// The latest name that a company's own events give, else what others call it; empty where
    /// nobody named it.
    Optional<String> nameOf(CompanyId company);

    /// The same, of what was recorded before a point in the log.
    Optional<String> nameOf(CompanyId company, Cursor at);

    /// What search and lists of companies look up.
    CompanyIndex companies();

    /// The facts on a timeline as they are now.
    Rows<FactKey> timeline(
            CompanyId company,
            TimelineFilter filter,
            Direction direction,
            Optional<FactKey> after,
            int limit);

    /// The claims and annotations in all blocks that touch a timeline: a list for each block, of
    /// its subject. As long as nothing on the timeline changed since the point in the log.
    List<List<RecordedEvent>> blocksOn(CompanyId company, Cursor at);

    /// The claims and annotations of one block, recorded before a point in the log. As long as
    /// nothing in it changed since that point.
    List<RecordedEvent> block(int partition, CompanyId subject, String block, Cursor at);

    /// The companies' own claims and annotations, recorded before a point in the log.
    List<RecordedEvent> own(Collection<CompanyId> companies, Cursor at);

    /// Those of one type.
    List<RecordedEvent> ofType(Collection<CompanyId> companies, String type, Cursor at);

    /// The claims and annotations of others that may have shaped the companies' timelines before a
    /// point in the log: a list for each subject and type, all of that type.
    List<List<RecordedEvent>> others(Collection<CompanyId> companies, Cursor at);

    /// The stored fact with this id.
    Optional<StoredFact> fact(UUID id, CompanyId subject, int partition);

    /// The recorded events with this id, of one subject or of all.
    List<StoredEvent> events(UUID id, Optional<CompanyId> subject);

    /// Recorded events as they stood at a point in the log.
    Rows<EventKey> events(
            EventFilter filter,
            Direction direction,
            Cursor at,
            Optional<EventKey> after,
            int limit);

    /// Recorded events between two points in the log, in recorded order, as many as the bounds
    /// allow but at least one if there is any.
    ///
    /// @param after the last event of those between the points that needs not be given again
    StreamChunk between(
            Cursor from,
            Cursor to,
            Optional<EventKey> after,
            EventFilter filter,
            LogWalk.Bounds bounds);

    /// How many facts there are in each group, in the order of the dimensions: so many groups at
    /// most.
    List<Counted> countFacts(FactFilter filter, int most);

    /// What was raised in each group and currency, in the order of the dimensions, then of the
    /// currencies, undisclosed rounds last: so many at most.
    List<Raised> raised(RoundFilter filter, int most);

    /// The first of these positions that was rejected, if any.
    Optional<Rejection> rejection(Collection<Position> positions);

    /// A record of the log that could not be read or stored.
    ///
    /// @param reason such as `id-conflict`
    record Rejection(Position position, String reason) {}
}
