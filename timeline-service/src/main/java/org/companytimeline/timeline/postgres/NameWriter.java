package org.companytimeline.timeline.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.companytimeline.timeline.project.NameChanges;
import org.companytimeline.timeline.project.NameRow;

/// Writes the texts by which companies are found: what is gone first, then new weights, then what
/// is new.
final class NameWriter {

    private NameWriter() {}

    static void write(Connection connection, NameChanges changes) throws SQLException {
        remove(connection, changes.removed());
        reweigh(connection, changes.reweighed());
        add(connection, changes.added());
    }

    private static void remove(Connection connection, Collection<NameChanges.Removed> removed)
            throws SQLException {
        if (removed.isEmpty()) {
            return;
        }
        try (PreparedStatement delete =
                connection.prepareStatement(
                        """
                        delete from company_name n
                        using unnest(?::int4[], ?::text[], ?::text[], ?::int2[])
                            k (partition, company, key, grade)
                        where n.company = k.company collate "C" and n.key = k.key collate "C"
                          and n.grade = k.grade and n.partition = k.partition\
                        """)) {
            delete.setArray(
                    1, Column.of(connection, "int4", removed, r -> r.company().partition()));
            delete.setArray(
                    2, Column.of(connection, "text", removed, r -> r.company().company().value()));
            delete.setArray(3, Column.of(connection, "text", removed, r -> r.place().key()));
            delete.setArray(4, Column.of(connection, "int2", removed, r -> r.place().grade()));
            delete.executeUpdate();
        }
    }

    private static void reweigh(Connection connection, Collection<NameChanges.Reweighed> companies)
            throws SQLException {
        if (companies.isEmpty()) {
            return;
        }
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        update company_name n set weight = u.weight
                        from unnest(?::int4[], ?::text[], ?::int2[]) u (partition, company, weight)
                        where n.company = u.company collate "C" and n.partition = u.partition\
                        """)) {
            update.setArray(
                    1, Column.of(connection, "int4", companies, c -> c.company().partition()));
            update.setArray(
                    2,
                    Column.of(connection, "text", companies, c -> c.company().company().value()));
            update.setArray(
                    3, Column.of(connection, "int2", companies, NameChanges.Reweighed::weight));
            update.executeUpdate();
        }
    }

    private static void add(Connection connection, Collection<NameRow> added) throws SQLException {
        BinaryCopy.into(
                connection,
                "company_name",
                List.of("company", "partition", "grade", "weight", "key", "kind", "text"),
                added,
                (copy, row) -> {
                    copy.text(row.company().company().value());
                    copy.int4(row.company().partition());
                    copy.int2(row.place().grade());
                    copy.int2(row.weight());
                    copy.text(row.place().key());
                    copy.text(row.kind().text());
                    copy.text(row.text());
                });
    }
}
