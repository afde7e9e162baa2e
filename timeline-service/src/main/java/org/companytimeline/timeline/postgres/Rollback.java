package org.companytimeline.timeline.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/// Ends a transaction that failed.
final class Rollback {

    private Rollback() {}

    /// Rolls back; a fault in doing so is added to the failure.
    static void after(Throwable failure, Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException fault) {
            failure.addSuppressed(fault);
        }
    }
}
