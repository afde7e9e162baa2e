package org.companytimeline.query.postgres;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A statement put together from constant fragments, with values bound beside them: no value ever
/// becomes SQL, the compiler refuses it.
final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /// Reads one row.
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// @param fragment with a `?` for each of the values
    Sql add(@CompileTimeConstant final String fragment, Object... bound) {
        text.append(fragment).append('\n');
        values.addAll(List.of(bound));
        return this;
    }

    /// Puts another statement here.
    Sql add(Sql part) {
        text.append(part.text);
        values.addAll(part.values);
        return this;
    }

    <T> List<T> list(Connection connection, RowReader<T> reader) {
        try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        } catch (SQLException e) {
            throw new StatementFailed(text.toString(), e);
        }
    }

    <T> Optional<T> first(Connection connection, RowReader<T> reader) {
        return list(connection, reader).stream().findFirst();
    }

    /// Rows that the driver holds at a time.
    private static final int FETCH_ROWS = 1_001;

    /// A statement that PostgreSQL did not answer.
    static final class StatementFailed extends RuntimeException {

        StatementFailed(String sql, SQLException cause) {
            super("PostgreSQL did not answer: " + sql, cause);
        }
    }
}
