package org.companytimeline.query.postgres;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
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
    private final FoldRoom room;
    private final long pageBytes;
    private final int timeoutSeconds;

    PostgresReadModel(AgroalDataSource pool, QueryConfig config) {
        this.pool = pool;
        room = new FoldRoom(config.reading().concurrentFolds());
        pageBytes = config.reading().pageBytes().asLongValue();
        timeoutSeconds = (int) (3 * config.reading().statementTimeout().toSeconds() + 10);
    }

    /// A connection that broke while it lay in the pool says nothing about the database: the read
    /// is tried once more.
    @Override
    public <T> T inSnapshot(Function<Snapshot, T> read) {
        try {
            return once(read);
        } catch (RuntimeException e) {
            Outage outage = outage(e);
            if (!outage.connectionBroke()) {
                throw outage.unavailable();
            }
            pool.flush(FlushMode.IDLE);
        }
        try {
            return once(read);
        } catch (RuntimeException e) {
            throw outage(e).unavailable();
        }
    }

    private <T> T once(Function<Snapshot, T> read) {
        return QuarkusTransaction.requiringNew()
                .timeout(timeoutSeconds)
                .call(() -> {
                    try (Connection connection = connection();
                            FoldRoom.Place fold = room.place()) {
                        return read.apply(
                                new PostgresSnapshot(
                                        connection,
                                        ProjectionRow.logState(ProjectionRow.all(connection)),
                                        pageBytes,
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
