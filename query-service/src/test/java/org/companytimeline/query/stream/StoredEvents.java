package org.companytimeline.query.stream;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.companytimeline.query.TestDatabase;

/// The rows that streams send.
final class StoredEvents {

    private StoredEvents() {}

    /// All bodies in recorded order.
    static List<String> bodies() throws SQLException {
        List<String> bodies = new ArrayList<>();
        try (var connection = TestDatabase.owner();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select body from event order by recorded_at, partition,"
                                        + " log_offset")) {
            while (rows.next()) {
                bodies.add(new String(rows.getBytes(1), StandardCharsets.UTF_8));
            }
        }
        return bodies;
    }
}
