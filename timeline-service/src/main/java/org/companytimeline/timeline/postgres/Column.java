package org.companytimeline.timeline.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column of values as one array parameter, for `unnest`.
final class Column {

    private Column() {}

    static <T> Array of(
            Connection connection,
            String type,
            Collection<T> rows,
            Function<? super T, ? extends @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }

    static <T> Array ofBytes(
            Connection connection, Collection<T> rows, Function<? super T, byte @Nullable []> value)
            throws SQLException {
        return connection.createArrayOf("bytea", rows.stream().map(value).toArray(byte[][]::new));
    }
}
