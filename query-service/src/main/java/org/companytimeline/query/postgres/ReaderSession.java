package org.companytimeline.query.postgres;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.companytimeline.query.QueryConfig;

/// How every pooled connection reads: snapshots that cannot write, statements that end.
@ApplicationScoped
class ReaderSession implements AgroalPoolInterceptor {

    private final long statementTimeoutMillis;

    ReaderSession(QueryConfig config) {
        statementTimeoutMillis = config.reading().statementTimeout().toMillis();
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "set session characteristics as transaction isolation level repeatable read,"
                            + " read only");
            statement.execute("set statement_timeout = " + statementTimeoutMillis);
            statement.execute(
                    "set idle_in_transaction_session_timeout = " + 2 * statementTimeoutMillis);
            statement.execute("set jit = off");
            // Plans must not depend on the statistics of tables that grow a thousandfold in
            // minutes.
            statement.execute("set enable_seqscan = off");
        } catch (SQLException e) {
            throw new IllegalStateException("Could not prepare a connection for reading", e);
        }
    }
}
