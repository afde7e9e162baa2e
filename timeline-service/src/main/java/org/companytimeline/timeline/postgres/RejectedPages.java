package org.companytimeline.timeline.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.companytimeline.event.Position;
import org.companytimeline.timeline.project.Bytes;
import org.companytimeline.timeline.project.RejectedPage;
import org.jspecify.annotations.Nullable;

/// Reads rejected records page by page.
final class RejectedPages {

    private static final int FETCH_ROWS = 10;

    private RejectedPages() {}

    static RejectedPage read(
            DataSource dataSource, @Nullable Position after, int limit, long bytesMax) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return read(connection, after, limit, bytesMax);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException fault) {
            throw SqlFaults.of("Reading rejected records", fault);
        }
    }

    private static RejectedPage read(
            Connection connection, @Nullable Position after, int limit, long bytesMax)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        """
                        select partition, log_offset, reason, detail, record_key, headers,
                               record_value, recorded_at
                        from rejected_event where (partition, log_offset) > (?, ?)
                        order by partition, log_offset limit ?\
                        """)) {
            select.setInt(1, after == null ? -1 : after.partition());
            select.setLong(2, after == null ? -1 : after.offset());
            select.setInt(3, limit + 1);
            select.setFetchSize(FETCH_ROWS);
            List<RejectedPage.Item> items = new ArrayList<>();
            long bytes = 0;
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (items.size() == limit || bytes > bytesMax) {
                        return new RejectedPage(List.copyOf(items), true);
                    }
                    RejectedPage.Item item = item(rows);
                    items.add(item);
                    bytes +=
                            rows.getBytes(6).length
                                    + (item.value() == null ? 0 : item.value().length());
                }
            }
            return new RejectedPage(List.copyOf(items), false);
        }
    }

    private static RejectedPage.Item item(ResultSet row) throws SQLException {
        byte[] key = row.getBytes(5);
        byte[] value = row.getBytes(7);
        return new RejectedPage.Item(
                new Position(row.getInt(1), row.getLong(2)),
                row.getString(3),
                row.getString(4),
                key == null ? null : Bytes.of(key),
                HeadersJson.read(row.getBytes(6)),
                value == null ? null : Bytes.of(value),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }
}
