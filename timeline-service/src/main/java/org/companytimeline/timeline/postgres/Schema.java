package org.companytimeline.timeline.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.companytimeline.timeline.project.ReadModelUnavailable;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// The tables of the read model, as the migrations make them.
public final class Schema {

    private final DataSource dataSource;
    private final Flyway flyway;
    private final String readerRole;

    /// @param flyway with the placeholder `readerRole`
    /// @param readerRole the role that may read; it must exist
    public Schema(DataSource dataSource, Flyway flyway, String readerRole) {
        this.dataSource = dataSource;
        this.flyway = flyway;
        this.readerRole = readerRole;
    }

    /// Brings the tables up to date; says why that is refused, in one line.
    Optional<String> prepare() {
        if (!readerExists()) {
            return Optional.of(
                    ("The database role %1$s does not exist: it is the one that query-service reads"
                         + " with. Make it (create role %1$s login password '…') and start again.")
                            .formatted(readerRole));
        }
        try {
            flyway.migrate();
            return Optional.empty();
        } catch (FlywayException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException fault && SqlFaults.isOfTheConnection(fault)) {
                    throw new ReadModelUnavailable("Migrating the schema", fault);
                }
            }
            return Optional.of(
                    "The schema could not be migrated: "
                            + String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " "));
        }
    }

    private boolean readerExists() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select from pg_roles where rolname = ?")) {
            select.setString(1, readerRole);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException fault) {
            throw new ReadModelUnavailable("Looking the reader's role up", fault);
        }
    }
}
