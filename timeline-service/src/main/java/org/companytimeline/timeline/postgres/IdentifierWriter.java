package org.companytimeline.timeline.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.companytimeline.timeline.project.IdentifierRow;

/// Writes which identifiers companies were said to go by; what is there already stays.
final class IdentifierWriter {

    private IdentifierWriter() {}

    static void write(Connection connection, Collection<IdentifierRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        insert into event_identifier (identifier, company, partition, log_offset)
                        select * from unnest(?::text[], ?::text[], ?::int4[], ?::int8[])
                        on conflict do nothing\
                        """)) {
            insert.setArray(1, Column.of(connection, "text", rows, IdentifierRow::identifier));
            insert.setArray(
                    2, Column.of(connection, "text", rows, row -> row.company().company().value()));
            insert.setArray(
                    3, Column.of(connection, "int4", rows, row -> row.company().partition()));
            insert.setArray(4, Column.of(connection, "int8", rows, IdentifierRow::offset));
            insert.executeUpdate();
        }
    }
}
