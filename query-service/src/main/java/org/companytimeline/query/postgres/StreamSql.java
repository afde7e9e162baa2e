package org.companytimeline.query.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Position;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.EventFilter;
import org.companytimeline.query.view.EventKey;
import org.companytimeline.query.view.LogWalk;
import org.companytimeline.query.view.StreamChunk;
import org.companytimeline.query.view.StreamedEvent;

/// Recorded events between two points in the log, in recorded order.
///
/// Known time does not decrease with the offset, so of the partitions that move between the points
/// nothing was recorded before the first event after the earlier one, or after the last event
/// before the later one: between these times the index of each company, or type, is read in order.
/// Where partitions lag behind others, that is from the first event of the one that lags most, and
/// what lies before the earlier point in the others is looked at and left out: once where a leg
/// begins, and for each chunk as long as the projection does not hold all of the leg. All events
/// are read in order of time from the last one before the earlier point on, since everything after
/// that lies behind the point too. What was recorded before that, in partitions that lag behind
/// others, is read from each of them by offset, so that nothing of the others is looked at.
record StreamSql(Cursor from, Cursor to, Optional<EventKey> after, EventFilter filter) {

    StreamChunk read(Connection connection, LogWalk.Bounds bounds) {
        List<Integer> found = new ArrayList<>();
        List<StreamedEvent> events =
                new Sql()
                        .add(
                                """
                                select * from (
                                select k.n, k.recorded_at, k.partition, k.log_offset,
                                body.id, body.company, body.type, body.known, body.body,
                                count(*) over () as found,
                                sum(octet_length(body.body)) over (order by k.n) - octet_length(body.body) as bytes_before
                                from (select row_number() over () as n, keys.* from (
                                """)
                        .add(keys(bounds.events()))
                        .add(
                                """
                                ) keys) k
                                cross join lateral (
                                  select * from event
                                  where partition = k.partition and log_offset = k.log_offset offset 0) body
                                ) chunk where bytes_before < ? order by n
                                """,
                                bounds.bytes())
                        .list(
                                connection,
                                row -> {
                                    found.add(row.getInt("found"));
                                    return event(row);
                                });
        boolean isWhole = events.isEmpty() || events.size() == found.getLast();
        return new StreamChunk(events, isWhole && events.size() < bounds.events());
    }

    private Sql keys(int most) {
        String[] types = filter.types().toArray(String[]::new);
        if (!filter.companies().isEmpty()) {
            Sql one =
                    new Sql()
                            .add(
                                    """
                                    select recorded_at, partition, log_offset from event_company
                                    where company = one.company and named
                                    """);
            if (types.length > 0) {
                one.add("and type = any(?)", (Object) types);
            }
            String[] companies =
                    filter.companies().stream().map(CompanyId::value).toArray(String[]::new);
            return each(
                    new Sql().add("from unnest(?::text[]) one (company)", (Object) companies),
                    one,
                    most);
        }
        if (types.length > 0) {
            return each(
                    new Sql().add("from unnest(?::text[]) one (type)", (Object) types),
                    new Sql()
                            .add(
                                    """
                                    select recorded_at, partition, log_offset from event
                                    where type = one.type
                                    """),
                    most);
        }
        return all(most);
    }

    private Sql all(int most) {
        Object begin = from.nextOffsets().toArray(Long[]::new);
        Object end = to.nextOffsets().toArray(Long[]::new);
        return new Sql()
                .add(
                        """
                        select * from (
                        with passed as materialized (
                          select last.* from unnest(?::bigint[]) with ordinality part (next_offset, ordinal)
                          cross join lateral (
                            select recorded_at, partition, log_offset from event
                            where partition = part.ordinal - 1 and log_offset < part.next_offset
                            order by log_offset desc limit 1) last
                          union all select '-infinity', -1, -1
                          order by recorded_at desc, partition desc, log_offset desc limit 1)
                        """,
                        begin)
                .add(
                        """
                        (select late.*
                        from passed
                        cross join unnest(?::bigint[], ?::bigint[]) with ordinality part (begin_offset, end_offset, ordinal)
                        """,
                        begin,
                        end)
                .add(
                        """
                        cross join lateral (
                          select recorded_at, partition, log_offset from event
                          where partition = part.ordinal - 1 and log_offset >= begin_offset and log_offset < end_offset
                          order by log_offset limit 1) first
                        cross join lateral (
                          select recorded_at, partition, log_offset from event
                          where partition = part.ordinal - 1 and log_offset >= begin_offset and log_offset < end_offset
                          order by log_offset limit ?) late
                        where (first.recorded_at, first.partition, first.log_offset)
                            < (passed.recorded_at, passed.partition, passed.log_offset)
                          and (late.recorded_at, late.partition, late.log_offset)
                            < (passed.recorded_at, passed.partition, passed.log_offset))
                        union all
                        (select next.* from passed cross join lateral (
                          select recorded_at, partition, log_offset from event
                          where (recorded_at, partition, log_offset)
                              > (passed.recorded_at, passed.partition, passed.log_offset)
                        """,
                        most)
                .add("and log_offset < (?::bigint[])[partition + 1] and", end)
                .add(newest(begin, end))
                .add("order by recorded_at, partition, log_offset limit ?) next)", most)
                .add(") between_points order by recorded_at, partition, log_offset limit ?", most);
    }

    /// Nothing after the last event before the later point is looked at.
    private static Sql newest(Object begin, Object end) {
        return new Sql()
                .add(
                        """
                        recorded_at <= (
                          select max(newest.recorded_at)
                          from unnest(?::bigint[], ?::bigint[]) with ordinality part (begin_offset, end_offset, ordinal)
                          cross join lateral (
                            select recorded_at from event
                            where partition = part.ordinal - 1 and log_offset >= begin_offset and log_offset < end_offset
                            order by log_offset desc limit 1) newest)
                        """,
                        begin,
                        end);
    }

    private Sql each(Sql ones, Sql ofOne, int most) {
        return new Sql()
                .add(
                        "select distinct each_one.recorded_at, each_one.partition,"
                                + " each_one.log_offset")
                .add(ones)
                .add("cross join lateral (")
                .add(bounded(ofOne, most))
                .add(") each_one order by recorded_at, partition, log_offset limit ?", most);
    }

    private Sql bounded(Sql keys, int most) {
        Object begin = from.nextOffsets().toArray(Long[]::new);
        Object end = to.nextOffsets().toArray(Long[]::new);
        keys.add("and log_offset >= coalesce((?::bigint[])[partition + 1], 0)", begin);
        keys.add("and log_offset < (?::bigint[])[partition + 1]", end);
        keys.add("and").add(newest(begin, end));
        after.ifPresentOrElse(
                last ->
                        keys.add(
                                "and (recorded_at, partition, log_offset) > (?, ?, ?)",
                                OffsetDateTime.ofInstant(
                                        Instant.ofEpochMilli(last.recordedAt()), ZoneOffset.UTC),
                                last.position().partition(),
                                last.position().offset()),
                () ->
                        keys.add(
                                """
                                and recorded_at >= (
                                  select min(oldest.recorded_at)
                                  from unnest(?::bigint[]) with ordinality part (next_offset, ordinal)
                                  cross join lateral (
                                    select recorded_at from event
                                    where partition = part.ordinal - 1 and log_offset >= part.next_offset
                                      and log_offset < (?::bigint[])[part.ordinal]
                                    order by log_offset limit 1) oldest)
                                """,
                                begin,
                                end));
        return keys.add("order by recorded_at, partition, log_offset limit ?", most);
    }

    private static StreamedEvent event(ResultSet row) throws SQLException {
        return new StreamedEvent(
                new EventKey(
                        row.getObject("recorded_at", OffsetDateTime.class)
                                .toInstant()
                                .toEpochMilli(),
                        new Position(row.getInt("partition"), row.getLong("log_offset"))),
                row.getObject("id", UUID.class),
                new CompanyId(row.getString("company")),
                row.getString("type"),
                row.getBoolean("known"),
                row.getBytes("body"));
    }
}
