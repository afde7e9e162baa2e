package org.companytimeline.query.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.model.TimelineKey;
import org.companytimeline.query.view.Direction;
import org.companytimeline.query.view.FactKey;
import org.companytimeline.query.view.Rows;
import org.companytimeline.query.view.TimelineFilter;

/// The stored facts of a timeline, by keyset.
///
/// Each body is looked up by the id of its fact: before there are statistics the planner would find
/// it among all facts of its company.
record TimelineSql(CompanyId company, TimelineFilter filter, Direction direction) {

    Rows<FactKey> read(Connection connection, Optional<FactKey> after, int limit, long pageBytes) {
        Sql keys =
                new Sql()
                        .add(
                                "select sort_from, sort_to, fact, subject, partition from"
                                        + " fact_company where company = ?",
                                company.value());
        if (!filter.types().isEmpty()) {
            keys.add("and type = any(?)", (Object) filter.types().toArray(String[]::new));
        }
        if (!filter.statuses().isEmpty()) {
            keys.add("and status = any(?)", (Object) filter.statuses().toArray(String[]::new));
        }
        DaysSql.addTo(keys, filter.period());
        after.ifPresent(key -> addAfter(keys, key.order()));
        switch (direction) {
            case ASC -> keys.add("order by sort_from, sort_to, fact, subject limit ?", limit + 1);
            case DESC ->
                    keys.add(
                            "order by sort_from desc, sort_to desc, fact desc, subject desc limit"
                                    + " ?",
                            limit + 1);
        }
        return new PageSql(keys, limit, pageBytes)
                .read(
                        connection,
                        """
                        cross join lateral (select * from fact where id = k.fact offset 0) body
                        where body.partition = k.partition and body.company = k.subject
                        """,
                        TimelineSql::key);
    }

    private void addAfter(Sql keys, TimelineKey last) {
        switch (direction) {
            case ASC -> keys.add("and (sort_from, sort_to, fact, subject) >");
            case DESC -> keys.add("and (sort_from, sort_to, fact, subject) <");
        }
        keys.add("(?, ?, ?, ?)", last.from(), last.to(), last.id(), last.subject().value());
    }

    private static FactKey key(ResultSet row) throws SQLException {
        return new FactKey(
                new TimelineKey(
                        row.getInt("sort_from"),
                        row.getInt("sort_to"),
                        row.getObject("fact", UUID.class),
                        new CompanyId(row.getString("subject"))));
    }
}
