package org.companytimeline.query.postgres;

import java.sql.SQLException;
import java.util.Optional;
import org.companytimeline.query.view.ReadModelUnavailable;
import org.jspecify.annotations.Nullable;

/// A failure that passes by itself, told from a fault by its SQLSTATE.
///
/// @param connectionBroke whether the connection that was used is gone
record Outage(ReadModelUnavailable unavailable, boolean connectionBroke) {

    /// Empty if the failure is a fault.
    static Optional<Outage> in(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return of(sql);
            }
        }
        return Optional.empty();
    }

    /// That no connection could be made, for a reason that has no SQLSTATE of an outage: such as
    /// that the pool gave up waiting while it was being made.
    static Outage ofConnecting(Throwable failure) {
        return new Outage(
                new ReadModelUnavailable("No connection to the database could be made.", failure),
                false);
    }

    private static Optional<Outage> of(SQLException cause) {
        @Nullable String state = cause.getSQLState();
        if (state == null) {
            return outage("No connection to the database was free in time.", cause, false);
        }
        return switch (state) {
            case "57014" -> outage("The read took longer than it may.", cause, false);
            case "42P01" -> outage("The read model has not been made yet.", cause, false);
            case "25P03" -> outage("The read took longer than it may.", cause, true);
            default ->
                    switch (state.substring(0, 2)) {
                        case "08", "57" -> outage("The database is away.", cause, true);
                        case "53" -> outage("The database is overloaded.", cause, false);
                        default -> Optional.empty();
                    };
        };
    }

    private static Optional<Outage> outage(
            String message, SQLException cause, boolean connectionBroke) {
        return Optional.of(new Outage(new ReadModelUnavailable(message, cause), connectionBroke));
    }
}
