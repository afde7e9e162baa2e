package org.companytimeline.query.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.Position;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.query.view.CompanySearch;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.Direction;
import org.companytimeline.query.view.EventFilter;
import org.companytimeline.query.view.EventKey;
import org.companytimeline.query.view.FactKey;
import org.companytimeline.query.view.LogState;
import org.companytimeline.query.view.NameKey;
import org.companytimeline.query.view.RankKey;
import org.companytimeline.query.view.Rows;
import org.companytimeline.query.view.Snapshot;
import org.companytimeline.query.view.StoredEvent;
import org.companytimeline.query.view.StoredFact;
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
    public Optional<String> nameOf(CompanyId company) {
        return CompanyRow.givenName(CompanyRow.of(company.value()));
    }

    @Override
    public Rows<NameKey> companiesByName(CompanySearch search, Optional<NameKey> after, int limit) {
        return new CompanySql(search).byName(connection, after, limit);
    }

    @Override
    public Rows<RankKey> companiesByRank(
            String q, CompanySearch search, Optional<RankKey> after, int limit) {
        return new CompanySql(search).byRank(q, connection, after, limit);
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
        fold.take();
        Long[] vector = at.nextOffsets().toArray(Long[]::new);
        List<List<RecordedEvent>> blocks = new ArrayList<>();
        List<Object> last = new ArrayList<>();
        new Sql()
                .add(
                        """
                        with block as (
                          select distinct event.partition, event.company, event.block
                          from event_company join event using (partition, log_offset)
                          where event_company.company = ? and event.block is not null
                            and event_company.log_offset < (?::bigint[])[event_company.partition + 1])
                        select event.partition, event.company, event.block, event.body
                        from block join event using (partition, company, block)
                        where event.known and event.log_offset < (?::bigint[])[event.partition + 1]
                        order by event.partition, event.company, event.block, event.log_offset
                        """,
                        company.value(),
                        vector,
                        vector)
                .list(
                        connection,
                        row -> {
                            List<Object> key =
                                    List.of(
                                            row.getInt("partition"),
                                            row.getString("company"),
                                            row.getString("block"));
                            if (!key.equals(last)) {
                                blocks.add(new ArrayList<>());
                                last.clear();
                                last.addAll(key);
                            }
                            return blocks.getLast().add(recorded(row));
                        });
        return blocks;
    }

    @Override
    public List<RecordedEvent> block(int partition, CompanyId subject, String block, Cursor at) {
        fold.take();
        return new Sql()
                .add(
                        """
                        select body from event
                        where partition = ? and company = ? and block = ? and known
                          and log_offset < (?::bigint[])[partition + 1]
                        order by log_offset
                        """,
                        partition,
                        subject.value(),
                        block,
                        at.nextOffsets().toArray(Long[]::new))
                .list(connection, PostgresSnapshot::recorded);
    }

    @Override
    public List<StoredFact> facts(UUID id, Optional<CompanyId> subject) {
        return FactRow.withId(id, subject).stream().map(FactRow::stored).toList();
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

    private static RecordedEvent recorded(ResultSet row) throws SQLException {
        return EventCodec.readRecorded(row.getBytes("body"));
    }
}
