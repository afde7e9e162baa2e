package org.companytimeline.query.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Position;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.Direction;
import org.companytimeline.query.view.EventFilter;
import org.companytimeline.query.view.EventKey;
import org.companytimeline.query.view.Rows;

/// Recorded events up to a point in the log, by keyset in recorded order.
///
/// Each company, or type, is read from its own index, so that a rare one costs no scan of the
/// others.
record EventSql(EventFilter filter, Direction direction, Cursor at) {

    Rows<EventKey> read(
            Connection connection, Optional<EventKey> after, int limit, long pageBytes) {
        return new PageSql(keys(after, limit + 1), limit, pageBytes)
                .read(
                        connection,
                        "join event body on body.partition = k.partition and body.log_offset ="
                                + " k.log_offset",
                        EventSql::key);
    }

    private Sql keys(Optional<EventKey> after, int most) {
        String[] types = filter.types().toArray(String[]::new);
        if (!filter.companies().isEmpty()) {
            String[] companies =
                    filter.companies().stream().map(CompanyId::value).toArray(String[]::new);
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
            return each(
                    new Sql()
                            .add("from unnest(?::text[]) one (company)", (Object) companies)
                            .add("cross join lateral (")
                            .add(bounded(one, after, most))
                            .add(") each_one"),
                    most);
        }
        if (types.length > 0) {
            Sql one =
                    new Sql()
                            .add(
                                    """
                                    select recorded_at, partition, log_offset from event
                                    where type = one.type
                                    """);
            return each(
                    new Sql()
                            .add("from unnest(?::text[]) one (type)", (Object) types)
                            .add("cross join lateral (")
                            .add(bounded(one, after, most))
                            .add(") each_one"),
                    most);
        }
        return bounded(
                new Sql().add("select recorded_at, partition, log_offset from event where true"),
                after,
                most);
    }

    private Sql each(Sql from, int most) {
        Sql keys =
                new Sql()
                        .add(
                                "select distinct each_one.recorded_at, each_one.partition,"
                                        + " each_one.log_offset")
                        .add(from);
        return ordered(keys, most);
    }

    private Sql bounded(Sql keys, Optional<EventKey> after, int most) {
        Object vector = at.nextOffsets().toArray(Long[]::new);
        keys.add("and log_offset < (?::bigint[])[partition + 1]", vector);
        after.ifPresent(last -> addAfter(keys, last, vector));
        return ordered(keys, most);
    }

    /// On the way up nothing is looked at that was recorded after the last event before the point
    /// in the log.
    private void addAfter(Sql keys, EventKey last, Object vector) {
        switch (direction) {
            case ASC ->
                    keys.add(
                                    """
                                    and recorded_at <= (
                                      select max(newest.recorded_at)
                                      from unnest(?::bigint[]) with ordinality part (next_offset, ordinal)
                                      cross join lateral (
                                        select recorded_at from event
                                        where partition = part.ordinal - 1 and log_offset < part.next_offset
                                        order by log_offset desc limit 1) newest)
                                    """,
                                    vector)
                            .add("and (recorded_at, partition, log_offset) >");
            case DESC -> keys.add("and (recorded_at, partition, log_offset) <");
        }
        keys.add(
                "(?, ?, ?)",
                OffsetDateTime.ofInstant(Instant.ofEpochMilli(last.recordedAt()), ZoneOffset.UTC),
                last.position().partition(),
                last.position().offset());
    }

    private Sql ordered(Sql keys, int most) {
        return switch (direction) {
            case ASC -> keys.add("order by recorded_at, partition, log_offset limit ?", most);
            case DESC ->
                    keys.add(
                            "order by recorded_at desc, partition desc, log_offset desc limit ?",
                            most);
        };
    }

    private static EventKey key(ResultSet row) throws SQLException {
        return new EventKey(
                row.getObject("recorded_at", OffsetDateTime.class).toInstant().toEpochMilli(),
                new Position(row.getInt("partition"), row.getLong("log_offset")));
    }
}
