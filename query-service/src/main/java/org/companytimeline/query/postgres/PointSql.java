package org.companytimeline.query.postgres;

import java.sql.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.Mention;
import org.companytimeline.event.Mentions;
import org.companytimeline.event.Position;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.Sharing;

/// What is asked about points in the log.
record PointSql(Connection connection) {

    /// The point just after the last event of each partition whose known time is not later: a
    /// binary search, since known time does not decrease with the offset. Each step looks at the
    /// first event at or after the middle.
    ///
    /// @param now no point beyond this one is given
    Cursor justAfter(Instant instant, Cursor now) {
        OffsetDateTime last = instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
        List<Long> next = new ArrayList<>(Collections.nCopies(now.nextOffsets().size(), 0L));
        new Sql()
                .add(
                        """
                        with recursive search (partition, low, high) as (
                          select (ordinal - 1)::int, 0::bigint, next_offset
                          from unnest(?::bigint[]) with ordinality part (next_offset, ordinal)
                          union all
                          select search.partition,
                            case when found.recorded_at <= ? then found.log_offset + 1 else search.low end,
                            case when found.recorded_at <= ? then search.high else middle.log_offset end
                          from search
                          cross join lateral (select (search.low + search.high) / 2) middle (log_offset)
                          left join lateral (
                            select event.log_offset, event.recorded_at from event
                            where event.partition = search.partition
                              and event.log_offset >= middle.log_offset and event.log_offset < search.high
                            order by event.log_offset limit 1) found on true
                          where search.low < search.high)
                        select partition, low from search where low = high
                        """,
                        now.nextOffsets().toArray(Long[]::new),
                        last,
                        last)
                .list(connection, row -> next.set(row.getInt("partition"), row.getLong("low")));
        return new Cursor(now.log(), next);
    }

    /// The last offset in each partition, before a point, that may have changed a timeline.
    SortedMap<Integer, Long> changes(CompanyId company, Cursor at) {
        Object vector = at.nextOffsets().toArray(Long[]::new);
        SortedMap<Integer, Long> changes = new TreeMap<>();
        new Sql()
                .add(
                        """
                        select partition, changed_offset from company
                        where id = ? and changed_offset < (?::bigint[])[partition + 1]
                        union all
                        select partition, max(log_offset) from event_company
                        where company = ? and log_offset < (?::bigint[])[partition + 1]
                          and partition in (
                            select partition from company
                            where id = ? and changed_offset >= (?::bigint[])[partition + 1])
                        group by partition
                        """,
                        company.value(),
                        vector,
                        company.value(),
                        vector,
                        company.value(),
                        vector)
                .list(
                        connection,
                        row -> changes.put(row.getInt("partition"), row.getLong("changed_offset")));
        return changes;
    }

    /// The records that said before a point that they go by an identifier of one of these.
    List<Sharing> sharing(Collection<CompanyId> records, Cursor at, int most) {
        Object ids = records.stream().map(CompanyId::value).toArray(String[]::new);
        Object vector = at.nextOffsets().toArray(Long[]::new);
        return new Sql()
                .add(
                        """
                        select own.identifier, other.company
                        from (
                          select distinct identifier from event_identifier
                          where company = any(?) and log_offset < (?::bigint[])[partition + 1]) own
                        cross join lateral (
                          select company from event_identifier same
                          where same.identifier = own.identifier and same.company <> all(?)
                            and same.log_offset < (?::bigint[])[same.partition + 1]
                          order by same.company limit ?) other
                        """,
                        ids,
                        vector,
                        ids,
                        vector,
                        most)
                .list(
                        connection,
                        row ->
                                new Sharing(
                                        row.getString("identifier"),
                                        new CompanyId(row.getString("company"))));
    }

    /// The latest name that a company's own events gave before a point, else what others called it:
    /// those in its own partition first.
    Optional<String> nameOf(CompanyId company, Cursor at) {
        List<Position> bestFirst =
                new Sql()
                        .add(
                                """
                                select partition, log_offset from (
                                  select event.known, event.company = event_company.company as own,
                                    bool_or(event.company = event_company.company)
                                      over (partition by partition) as at_home,
                                    event.recorded_at, partition, log_offset
                                  from event_company join event using (partition, log_offset)
                                  where event_company.company = ? and event_company.named
                                    and log_offset < (?::bigint[])[partition + 1]) naming
                                where known
                                order by own desc, at_home desc, recorded_at desc, partition, log_offset desc
                                """,
                                company.value(),
                                at.nextOffsets().toArray(Long[]::new))
                        .list(
                                connection,
                                row ->
                                        new Position(
                                                row.getInt("partition"),
                                                row.getLong("log_offset")));
        return bestFirst.stream().flatMap(event -> nameAt(event, company).stream()).findFirst();
    }

    private Optional<String> nameAt(Position event, CompanyId company) {
        return new Sql()
                .add(
                        "select body from event where partition = ? and log_offset = ?",
                        event.partition(),
                        event.offset())
                .first(connection, row -> EventCodec.readRecorded(row.getBytes("body")).event())
                .flatMap(said -> nameIn(said, company));
    }

    private static Optional<String> nameIn(Event event, CompanyId company) {
        if (event.company().id().equals(company)) {
            return Optional.ofNullable(event.company().name());
        }
        Optional<String> name = Optional.empty();
        for (Mention mention : Mentions.in(event.details())) {
            if (company.equals(mention.company()) && mention.name() != null) {
                name = Optional.of(mention.name());
            }
        }
        return name;
    }
}
