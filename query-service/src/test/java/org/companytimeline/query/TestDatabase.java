package org.companytimeline.query;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.companytimeline.local.PostgresDatabase;
import org.companytimeline.local.Tokens;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL with the read model's tables, for the service and for the tests that fill it.
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private static @Nullable PostgresDatabase database;
    private static @Nullable Path dir;
    private static @Nullable Tokens tokens;

    @Override
    public Map<String, String> start() {
        Path started = directory();
        PostgresDatabase server = PostgresDatabase.start(started.resolve("postgres"), 0);
        Tokens keys = Tokens.open(started.resolve("tokens"));
        dir = started;
        database = server;
        tokens = keys;
        Flyway.configure()
                .dataSource(server.jdbcUrl(), server.ownerUser(), server.ownerPassword())
                .placeholders(Map.of("readerRole", server.readerUser()))
                .load()
                .migrate();
        return Map.of(
                "quarkus.datasource.jdbc.url", server.jdbcUrl(),
                "quarkus.datasource.username", server.readerUser(),
                "quarkus.datasource.password", server.readerPassword(),
                "mp.jwt.verify.publickey.location", keys.jwks().toUri().toString(),
                "mp.jwt.verify.issuer", keys.issuer());
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "it");
        } catch (IOException e) {
            throw new UncheckedIOException("Could not make a directory for the database", e);
        }
    }

    @Override
    public void stop() {
        running().close();
    }

    /// A connection of the role that owns the tables.
    public static Connection owner() throws SQLException {
        PostgresDatabase server = running();
        return DriverManager.getConnection(
                server.jdbcUrl(), server.ownerUser(), server.ownerPassword());
    }

    /// The key pair whose tokens the service takes.
    public static Tokens tokens() {
        if (tokens == null) {
            throw notStarted();
        }
        return tokens;
    }

    /// Ends the server with SIGKILL, after all that was committed lies on the disk: tests do not
    /// wait for that when they fill it, and a commit that does flushes those before it too.
    public static void kill() throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute("create table last_commit (); drop table last_commit");
        }
        running().kill();
    }

    /// Starts the server again where it was.
    public static void restart() {
        if (dir == null) {
            throw notStarted();
        }
        database = PostgresDatabase.start(dir.resolve("postgres"), running().port());
    }

    private static PostgresDatabase running() {
        if (database == null) {
            throw notStarted();
        }
        return database;
    }

    private static IllegalStateException notStarted() {
        return new IllegalStateException("The test database has not been started");
    }
}
