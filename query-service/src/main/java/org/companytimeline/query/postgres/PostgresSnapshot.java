package org.companytimeline.query.postgres;

import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Position;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.query.view.Changes;
import org.companytimeline.query.view.CompanyIndex;
import org.companytimeline.query.view.Counted;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.Direction;
import org.companytimeline.query.view.EventFilter;
import org.companytimeline.query.view.EventKey;
import org.companytimeline.query.view.FactFilter;
import org.companytimeline.query.view.FactKey;
import org.companytimeline.query.view.LogState;
import org.companytimeline.query.view.LogWalk;
import org.companytimeline.query.view.Raised;
import org.companytimeline.query.view.RoundFilter;
import org.companytimeline.query.view.Rows;
import org.companytimeline.query.view.Sharing;
import org.companytimeline.query.view.Snapshot;
import org.companytimeline.query.view.StoredEvent;
import org.companytimeline.query.view.StoredFact;
import org.companytimeline.query.view.StreamChunk;
import org.companytimeline.query.view.TimelineFilter;

/// The read model within one transaction: objects through Hibernate, pages through SQL, on the same
/// connection.
///
/// @param log read first, so that it begins the snapshot
/// @param pageBytes how many bytes of items a page may hold
/// @param fold taken before events are read to be folded
record PostgresSnapshot(Connection connection, LogState log, long pageBytes, FoldRoom.Place fold)
        implements Snapshot {

    @Override
    public SortedMap<Integer, Long> changes(Collection<CompanyId> companies) {
        SortedMap<Integer, Long> changes = new TreeMap<>();
        new Sql()
                .add(
                        "select partition, max(changed_offset) as changed_offset from company where"
                                + " id = any(?) group by partition",
                        (Object) companies.stream().map(CompanyId::value).toArray(String[]::new))
                .list(
                        connection,
                        row -> changes.put(row.getInt("partition"), row.getLong("changed_offset")));
        return changes;
    }

    @Override
    public Changes changes(CompanyId company) {
        SortedMap<Integer, Long> changes = new TreeMap<>();
        boolean hasSameAs =
                new Sql()
                        .add(
                                """
                                select partition, changed_offset, exists (
                                  select from fact_company
                                  where fact_company.company = company.id and type = 'same-as') as has_same_as
                                from company where id = ?
                                """,
                                company.value())
                        .list(
                                connection,
                                row -> {
                                    changes.put(
                                            row.getInt("partition"), row.getLong("changed_offset"));
                                    return row.getBoolean("has_same_as");
                                })
                        .contains(true);
        return new Changes(changes, hasSameAs);
    }

    @Override
    public SortedMap<Integer, Long> changes(CompanyId company, Cursor at) {
        return new PointSql(connection).changes(company, at);
    }

    @Override
    public Cursor justAfter(Instant instant) {
        return new PointSql(connection).justAfter(instant, log.cursor());
    }

    @Override
    public List<byte[]> sameAs(CompanyId company) {
        return companies().sameAs(List.of(company), Integer.MAX_VALUE);
    }

    @Override
    public List<List<RecordedEvent>> sameAs(CompanyId company, Cursor at) {
        return new FoldSql(connection, fold, at).sameAs(company);
    }

    @Override
    public List<Sharing> sharing(Collection<CompanyId> records, Cursor at, int most) {
        return new PointSql(connection).sharing(records, at, most);
    }

    @Override
    public Optional<String> nameOf(CompanyId company) {
        return CompanyRow.givenName(CompanyRow.of(company.value()));
    }

    @Override
    public Optional<String> nameOf(CompanyId company, Cursor at) {
        return new PointSql(connection).nameOf(company, at);
    }

    @Override
    public CompanyIndex companies() {
        return new PostgresCompanyIndex(connection);
    }

    @Override
    public Rows<FactKey> timeline(
            CompanyId company,
            TimelineFilter filter,
            Direction direction,
            Optional<FactKey> after,
            int limit) {
        return new TimelineSql(company, filter, direction)
                .read(connection, after, limit, pageBytes);
    }

    @Override
    public List<List<RecordedEvent>> blocksOn(CompanyId company, Cursor at) {
        return new FoldSql(connection, fold, at).blocksOn(company);
    }

    @Override
    public List<RecordedEvent> block(int partition, CompanyId subject, String block, Cursor at) {
        return new FoldSql(connection, fold, at).block(partition, subject, block);
    }

    @Override
    public List<RecordedEvent> own(Collection<CompanyId> companies, Cursor at) {
        return new FoldSql(connection, fold, at).own(companies);
    }

    @Override
    public List<RecordedEvent> ofType(Collection<CompanyId> companies, String type, Cursor at) {
        return new FoldSql(connection, fold, at).ofType(companies, type);
    }

    @Override
    public List<List<RecordedEvent>> others(Collection<CompanyId> companies, Cursor at) {
        return new FoldSql(connection, fold, at).others(companies);
    }

    @Override
    public Optional<StoredFact> fact(UUID id, CompanyId subject, int partition) {
        return FactRow.of(id, subject, partition).map(FactRow::stored);
    }

    @Override
    public List<StoredEvent> events(UUID id, Optional<CompanyId> subject) {
        return EventRow.withId(id, subject).stream().map(EventRow::stored).toList();
    }

    @Override
    public Rows<EventKey> events(
            EventFilter filter,
            Direction direction,
            Cursor at,
            Optional<EventKey> after,
            int limit) {
        return new EventSql(filter, direction, at).read(connection, after, limit, pageBytes);
    }

    @Override
    public StreamChunk between(
            Cursor from,
            Cursor to,
            Optional<EventKey> after,
            EventFilter filter,
            LogWalk.Bounds bounds) {
        return new StreamSql(from, to, after, filter).read(connection, bounds);
    }

    @Override
    public List<Counted> countFacts(FactFilter filter, int most) {
        return new StatisticsSql(connection, fold).facts(filter, most);
    }

    @Override
    public List<Raised> raised(RoundFilter filter, int most) {
        return new StatisticsSql(connection, fold).rounds(filter, most);
    }

    @Override
    public Optional<Rejection> rejection(Collection<Position> positions) {
        return new Sql()
                .add(
                        """
                        select partition, log_offset, reason
                        from unnest(?::int[], ?::bigint[]) asked (partition, log_offset)
                        join rejected_event using (partition, log_offset)
                        order by partition, log_offset limit 1
                        """,
                        positions.stream().map(Position::partition).toArray(Integer[]::new),
                        positions.stream().map(Position::offset).toArray(Long[]::new))
                .first(
                        connection,
                        row ->
                                new Rejection(
                                        new Position(
                                                row.getInt("partition"), row.getLong("log_offset")),
                                        row.getString("reason")));
    }
}
