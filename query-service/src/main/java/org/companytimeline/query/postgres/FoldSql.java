package org.companytimeline.query.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.query.view.Cursor;

/// The events that a fold takes, as they stood at a point in the log. An event without a block
/// leads to no claim now, so it never did.
///
/// @param fold taken before events are read
record FoldSql(Connection connection, FoldRoom.Place fold, Cursor at) {

    /// Those in the blocks in which the events on a timeline lie: a list for each block.
    List<List<RecordedEvent>> blocksOn(CompanyId company) {
        return lists(
                new Sql()
                        .add(
                                """
                                with block as (
                                  select distinct event.partition, event.company, event.block
                                  from event_company join event using (partition, log_offset)
                                  where event_company.company = ? and event.block is not null
                                    and event_company.log_offset < (?::bigint[])[event_company.partition + 1])
                                select event.partition, event.company, event.block as part, event.body
                                from block join event using (partition, company, block)
                                where event.log_offset < (?::bigint[])[event.partition + 1]
                                order by event.partition, event.company, event.block, event.log_offset
                                """,
                                company.value(),
                                vector(),
                                vector()));
    }

    List<RecordedEvent> block(int partition, CompanyId subject, String block) {
        return list(
                new Sql()
                        .add(
                                """
                                select body from event
                                where partition = ? and company = ? and block = ?
                                  and log_offset < (?::bigint[])[partition + 1]
                                order by log_offset
                                """,
                                partition,
                                subject.value(),
                                block,
                                vector()));
    }

    List<RecordedEvent> own(Collection<CompanyId> companies) {
        return list(
                new Sql()
                        .add(
                                """
                                select event.body
                                from company
                                join event on event.partition = company.partition and event.company = company.id
                                where company.id = any(?) and company.own and event.block is not null
                                  and event.log_offset < (?::bigint[])[event.partition + 1]
                                order by event.partition, event.log_offset
                                """,
                                texts(companies),
                                vector()));
    }

    /// A block's key begins with its type: alone, or with a bar behind it.
    List<RecordedEvent> ofType(Collection<CompanyId> companies, String type) {
        return list(
                new Sql()
                        .add(
                                """
                                select event.body
                                from company
                                join event on event.partition = company.partition and event.company = company.id
                                where company.id = any(?) and company.own
                                  and event.block >= ? and event.block < ? || '}'
                                  and split_part(event.block, '|', 1) = ?
                                  and event.log_offset < (?::bigint[])[event.partition + 1]
                                order by event.partition, event.log_offset
                                """,
                                texts(companies),
                                type,
                                type,
                                type,
                                vector()));
    }

    /// Whole types of other companies, of which one event stands on one of these timelines: a list
    /// for each subject and type.
    List<List<RecordedEvent>> others(Collection<CompanyId> companies) {
        return typesOf(
                new Sql()
                        .add(
                                """
                                select distinct event.partition, event.company, split_part(event.block, '|', 1) as type
                                from event_company join event using (partition, log_offset)
                                where event_company.company = any(?) and event.company <> all(?)
                                  and event.block is not null
                                  and event_company.log_offset < (?::bigint[])[event_company.partition + 1]
                                """,
                                texts(companies),
                                texts(companies),
                                vector()));
    }

    /// The events of type `same-as` of every company whose may name this one: a list for each.
    List<List<RecordedEvent>> sameAs(CompanyId company) {
        return typesOf(
                new Sql()
                        .add(
                                """
                                select distinct event.partition, event.company, 'same-as' as type
                                from event_company join event using (partition, log_offset)
                                where event_company.company = ? and event_company.type in ('same-as', 'corrected')
                                  and event.block >= 'same-as|' and event.block < 'same-as}'
                                  and event_company.log_offset < (?::bigint[])[event_company.partition + 1]
                                """,
                                company.value(),
                                vector()));
    }

    /// @param types rows of partition, company and type
    private List<List<RecordedEvent>> typesOf(Sql types) {
        return lists(
                new Sql()
                        .add("with said as (")
                        .add(types)
                        .add(
                                """
                                )
                                select said.partition, said.company, said.type as part, event.body
                                from said join event on event.partition = said.partition
                                  and event.company = said.company
                                  and event.block >= said.type and event.block < said.type || '}'
                                  and split_part(event.block, '|', 1) = said.type
                                where event.log_offset < (?::bigint[])[event.partition + 1]
                                order by said.partition, said.company, said.type, event.log_offset
                                """,
                                vector()));
    }

    private List<RecordedEvent> list(Sql events) {
        fold.take();
        return events.list(connection, FoldSql::recorded);
    }

    /// A list for each partition, company and part.
    private List<List<RecordedEvent>> lists(Sql events) {
        fold.take();
        List<List<RecordedEvent>> lists = new ArrayList<>();
        List<Object> last = new ArrayList<>();
        events.list(
                connection,
                row -> {
                    List<Object> key =
                            List.of(
                                    row.getInt("partition"),
                                    row.getString("company"),
                                    row.getString("part"));
                    if (!key.equals(last)) {
                        lists.add(new ArrayList<>());
                        last.clear();
                        last.addAll(key);
                    }
                    return lists.getLast().add(recorded(row));
                });
        return lists;
    }

    private Object vector() {
        return at.nextOffsets().toArray(Long[]::new);
    }

    private static Object texts(Collection<CompanyId> companies) {
        return companies.stream().map(CompanyId::value).toArray(String[]::new);
    }

    private static RecordedEvent recorded(ResultSet row) throws SQLException {
        return EventCodec.readRecorded(row.getBytes("body"));
    }
}
