package org.companytimeline.timeline.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.companytimeline.event.CompanyId;
import org.companytimeline.timeline.project.EventKey;
import org.companytimeline.timeline.project.FactChanges;
import org.companytimeline.timeline.project.FactRow;
import org.companytimeline.timeline.project.TimelineEntry;

/// Writes changes of facts: what is gone first, then what is new, then what changed.
final class FactWriter {

    private FactWriter() {}

    static void write(Connection connection, FactChanges changes) throws SQLException {
        removeEntries(connection, changes.entriesRemoved());
        remove(connection, changes.removed());
        add(connection, changes.added());
        addEntries(connection, changes.entriesAdded());
        rewrite(connection, changes.rewritten());
        restamp(connection, changes.restamped());
    }

    /// Removes facts with their entries, whichever there are.
    static void removeAll(Connection connection, Collection<EventKey> facts) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(
                        """
                        with gone as (
                            delete from fact f
                            using unnest(?::uuid[], ?::int4[], ?::text[]) k (id, partition, company)
                            where f.id = k.id and f.partition = k.partition
                              and f.company = k.company collate "C"
                            returning f.id, f.partition, f.company, f.companies, f.sort_from,
                                f.sort_to)
                        delete from fact_company e
                        using gone cross join lateral unnest(gone.companies) on_timeline (company)
                        where e.company = on_timeline.company and e.sort_from = gone.sort_from
                          and e.sort_to = gone.sort_to and e.fact = gone.id
                          and e.subject = gone.company and e.partition = gone.partition\
                        """)) {
            delete.setArray(1, Column.of(connection, "uuid", facts, EventKey::id));
            delete.setArray(2, Column.of(connection, "int4", facts, EventKey::partition));
            delete.setArray(
                    3, Column.of(connection, "text", facts, fact -> fact.company().value()));
            delete.executeUpdate();
        }
    }

    private static void removeEntries(Connection connection, Collection<TimelineEntry> entries)
            throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (PreparedStatement delete =
                connection.prepareStatement(
                        """
                        delete from fact_company f
                        using unnest(?::text[], ?::int4[], ?::int4[], ?::uuid[], ?::text[],
                                ?::int4[])
                            k (company, sort_from, sort_to, fact, subject, partition)
                        where f.company = k.company collate "C" and f.sort_from = k.sort_from
                          and f.sort_to = k.sort_to and f.fact = k.fact
                          and f.subject = k.subject collate "C" and f.partition = k.partition\
                        """)) {
            delete.setArray(
                    1, Column.of(connection, "text", entries, entry -> entry.company().value()));
            delete.setArray(
                    2, Column.of(connection, "int4", entries, entry -> entry.place().sortFrom()));
            delete.setArray(
                    3, Column.of(connection, "int4", entries, entry -> entry.place().sortTo()));
            delete.setArray(4, Column.of(connection, "uuid", entries, TimelineEntry::fact));
            delete.setArray(
                    5,
                    Column.of(
                            connection, "text", entries, entry -> entry.block().company().value()));
            delete.setArray(
                    6, Column.of(connection, "int4", entries, entry -> entry.block().partition()));
            delete.executeUpdate();
        }
    }

    private static void remove(Connection connection, Collection<FactChanges.Removed> removed)
            throws SQLException {
        if (removed.isEmpty()) {
            return;
        }
        try (PreparedStatement delete =
                connection.prepareStatement(
                        """
                        delete from fact f
                        using unnest(?::uuid[], ?::int4[], ?::text[]) k (id, partition, company)
                        where f.id = k.id and f.partition = k.partition
                          and f.company = k.company collate "C\"\
                        """)) {
            delete.setArray(1, Column.of(connection, "uuid", removed, FactChanges.Removed::id));
            delete.setArray(
                    2, Column.of(connection, "int4", removed, FactChanges.Removed::partition));
            delete.setArray(
                    3, Column.of(connection, "text", removed, fact -> fact.company().value()));
            delete.executeUpdate();
        }
    }

    private static void add(Connection connection, Collection<FactRow> added) throws SQLException {
        BinaryCopy.into(
                connection,
                "fact",
                List.of(
                        "partition",
                        "company",
                        "id",
                        "block",
                        "type",
                        "status",
                        "earliest",
                        "latest",
                        "sort_from",
                        "sort_to",
                        "companies",
                        "changed_offset",
                        "body"),
                added,
                (copy, row) -> {
                    copy.int4(row.block().partition());
                    copy.text(row.block().company().value());
                    copy.uuid(row.id());
                    copy.text(row.block().block());
                    copy.text(row.place().type());
                    copy.text(row.place().status());
                    copy.int4(row.place().earliest());
                    copy.int4(row.place().latest());
                    copy.int4(row.place().sortFrom());
                    copy.int4(row.place().sortTo());
                    copy.texts(row.place().companies().stream().map(CompanyId::value).toList());
                    copy.int8(row.changedOffset());
                    copy.bytes(row.body());
                });
    }

    private static void addEntries(Connection connection, Collection<TimelineEntry> entries)
            throws SQLException {
        BinaryCopy.into(
                connection,
                "fact_company",
                List.of(
                        "company",
                        "sort_from",
                        "sort_to",
                        "fact",
                        "subject",
                        "partition",
                        "type",
                        "status",
                        "earliest",
                        "latest"),
                entries,
                (copy, row) -> {
                    copy.text(row.company().value());
                    copy.int4(row.place().sortFrom());
                    copy.int4(row.place().sortTo());
                    copy.uuid(row.fact());
                    copy.text(row.block().company().value());
                    copy.int4(row.block().partition());
                    copy.text(row.place().type());
                    copy.text(row.place().status());
                    copy.int4(row.place().earliest());
                    copy.int4(row.place().latest());
                });
    }

    private static void rewrite(Connection connection, Collection<FactRow> rewritten)
            throws SQLException {
        if (rewritten.isEmpty()) {
            return;
        }
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        update fact f
                        set status = u.status, earliest = u.earliest, latest = u.latest,
                            sort_from = u.sort_from, sort_to = u.sort_to,
                            companies = string_to_array(u.companies, ','),
                            changed_offset = u.changed_offset, body = u.body
                        from unnest(?::uuid[], ?::int4[], ?::text[], ?::text[], ?::int4[],
                                ?::int4[], ?::int4[], ?::int4[], ?::text[], ?::int8[], ?::bytea[])
                            u (id, partition, company, status, earliest, latest, sort_from,
                               sort_to, companies, changed_offset, body)
                        where f.id = u.id and f.partition = u.partition
                          and f.company = u.company collate "C\"\
                        """)) {
            update.setArray(1, Column.of(connection, "uuid", rewritten, FactRow::id));
            update.setArray(
                    2, Column.of(connection, "int4", rewritten, row -> row.block().partition()));
            update.setArray(
                    3,
                    Column.of(connection, "text", rewritten, row -> row.block().company().value()));
            update.setArray(
                    4, Column.of(connection, "text", rewritten, row -> row.place().status()));
            update.setArray(
                    5, Column.of(connection, "int4", rewritten, row -> row.place().earliest()));
            update.setArray(
                    6, Column.of(connection, "int4", rewritten, row -> row.place().latest()));
            update.setArray(
                    7, Column.of(connection, "int4", rewritten, row -> row.place().sortFrom()));
            update.setArray(
                    8, Column.of(connection, "int4", rewritten, row -> row.place().sortTo()));
            update.setArray(
                    9,
                    Column.of(
                            connection,
                            "text",
                            rewritten,
                            row ->
                                    String.join(
                                            ",",
                                            row.place().companies().stream()
                                                    .map(CompanyId::value)
                                                    .toList())));
            update.setArray(10, Column.of(connection, "int8", rewritten, FactRow::changedOffset));
            update.setArray(11, Column.ofBytes(connection, rewritten, row -> row.body().array()));
            update.executeUpdate();
        }
    }

    private static void restamp(Connection connection, Collection<FactRow> restamped)
            throws SQLException {
        if (restamped.isEmpty()) {
            return;
        }
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        update fact f set changed_offset = u.changed_offset
                        from unnest(?::uuid[], ?::int4[], ?::text[], ?::int8[])
                            u (id, partition, company, changed_offset)
                        where f.id = u.id and f.partition = u.partition
                          and f.company = u.company collate "C\"\
                        """)) {
            update.setArray(1, Column.of(connection, "uuid", restamped, FactRow::id));
            update.setArray(
                    2, Column.of(connection, "int4", restamped, row -> row.block().partition()));
            update.setArray(
                    3,
                    Column.of(connection, "text", restamped, row -> row.block().company().value()));
            update.setArray(4, Column.of(connection, "int8", restamped, FactRow::changedOffset));
            update.executeUpdate();
        }
    }
}
