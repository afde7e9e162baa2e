package org.companytimeline.query.postgres;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.companytimeline.query.QueryConfig;
import org.companytimeline.query.view.ReadModel;
import org.companytimeline.query.view.ReadModelUnavailable;
import org.companytimeline.query.view.Snapshot;

/// The read model in PostgreSQL: each read is one transaction, repeatable read and read only (see
/// [ReaderSession]).
@ApplicationScoped
class PostgresReadModel implements ReadModel {

    private final AgroalDataSource pool;
    private final int exports;
    private final Bounds usual;
    private final Bounds lasting;

    /// What bounds a read.
    ///
    /// @param timeoutSeconds of its transaction
    /// @param room where it folds
    private record Bounds(int timeoutSeconds, FoldRoom room, long pageBytes) {}

    PostgresReadModel(AgroalDataSource pool, QueryConfig config) {
        this.pool = pool;
        int timeoutSeconds = (int) (3 * config.reading().statementTimeout().toSeconds() + 10);
        usual =
                new Bounds(
                        timeoutSeconds,
                        new FoldRoom(config.reading().concurrentFolds()),
                        config.reading().pageBytes().asLongValue());
        QueryConfig.Export export = config.export();
        exports = export.concurrent();
        lasting =
                new Bounds(
                        (int) export.heldAtMost().toSeconds() + timeoutSeconds,
                        new FoldRoom(exports),
                        export.chunkBytes().asLongValue());
    }

    /// Each export keeps a connection for as long as it runs.
    void start(@Observes StartupEvent event) {
        int connections = pool.getConfiguration().connectionPoolConfiguration().maxSize();
        if (exports >= connections) {
            throw new IllegalArgumentException(
                    "company-timeline.export.concurrent must be less than the %d connections of quarkus.datasource.jdbc.max-size, not %d"
                            .formatted(connections, exports));
        }
    }

    /// A connection that broke while it lay in the pool says nothing about the database: the read
    /// is tried once more.
    @Override
    public <T> T inSnapshot(Function<Snapshot, T> read) {
        try {
            return once(usual, _ -> {}, read);
        } catch (RuntimeException e) {
            Outage outage = outage(e);
            if (!outage.connectionBroke()) {
                throw outage.unavailable();
            }
            pool.flush(FlushMode.IDLE);
        }
        try {
            return once(usual, _ -> {}, read);
        } catch (RuntimeException e) {
            throw outage(e).unavailable();
        }
    }

    /// The connection is idle while the one who reads takes what was read.
    @Override
    public <T> T inLongSnapshot(Function<Snapshot, T> read) {
        try {
            return once(lasting, this::mayBeIdle, read);
        } catch (RuntimeException e) {
            throw outage(e).unavailable();
        }
    }

    private void mayBeIdle(Connection connection) {
        new Sql()
                .add(
                        "select set_config('idle_in_transaction_session_timeout', ?, true)",
                        lasting.timeoutSeconds() + "s")
                .list(connection, row -> row.getString(1));
    }

    private <T> T once(Bounds bounds, Consumer<Connection> before, Function<Snapshot, T> read) {
        return QuarkusTransaction.requiringNew()
                .timeout(bounds.timeoutSeconds())
                .call(() -> {
                    try (Connection connection = connection();
                            FoldRoom.Place fold = bounds.room().place()) {
                        before.accept(connection);
                        return read.apply(
                                new PostgresSnapshot(
                                        connection,
                                        ProjectionRow.logState(ProjectionRow.all(connection)),
                                        bounds.pageBytes(),
                                        fold));
                    } catch (SQLException e) {
                        throw new ConnectionFailed(e);
                    }
                });
    }

    private Connection connection() {
        try {
            return pool.getConnection();
        } catch (SQLException | RuntimeException e) {
            throw new ConnectionFailed(e);
        }
    }

    private static Outage outage(RuntimeException failure) {
        if (failure instanceof ReadModelUnavailable unavailable) {
            return new Outage(unavailable, false);
        }
        return Outage.in(failure)
                .or(() ->
                        failure instanceof ConnectionFailed
                                ? Optional.of(Outage.ofConnecting(failure))
                                : Optional.empty())
                .orElseThrow(() -> failure);
    }

    /// The pool gave no connection.
    private static final class ConnectionFailed extends RuntimeException {

        ConnectionFailed(Exception cause) {
            super("Could not get a connection to PostgreSQL", cause);
        }
    }
}
