package org.companytimeline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// A real PostgreSQL server on the loopback interface: fsync on, every connection needs its
/// password (SCRAM).
///
/// It holds the database `timeline`, whose owner is the role `timeline_owner`; the role
/// `timeline_reader` may connect and reads what the owner grants it. Data and passwords lie in a
/// directory that only its owner can read, and survive restarts and kills.
public final class PostgresDatabase implements AutoCloseable {
    static final Duration START_LIMIT = Duration.ofMinutes(2);
    static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);
    private static final String DATABASE = "timeline";
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "timeline_owner";
    private static final String READER = "timeline_reader";
    private static final String STILL_STARTING = "57P03";

    private final ChildProcess process;
    private final int port;
    private final PostgresCredentials credentials;

    private PostgresDatabase(ChildProcess process, int port, PostgresCredentials credentials) {
        this.process = process;
        this.port = port;
        this.credentials = credentials;
    }

    /// Starts a server on `port` (0: a free one) with its data in `dir`, and waits at most 2
    /// minutes until it takes connections.
    ///
    /// The server's log is `dir/postgresql.log`.
    ///
    /// @throws LocalStackException if `port` is taken or it did not start; nothing is left running
    ///   then
    public static PostgresDatabase start(Path dir, int port) {
        var directory = PrivateFiles.directory(dir.toAbsolutePath());
        return start(
                directory,
                port,
                directory.resolve("postgresql.log"),
                StartedProcesses.notRecorded());
    }

    static PostgresDatabase start(Path dir, int port, Path log, StartedProcesses started) {
        var directory = PrivateFiles.directory(dir.toAbsolutePath());
        var credentials = PostgresCredentials.keptIn(directory.resolve("passwords.properties"));
        var programs = PostgresBinaries.unpacked();
        var data = directory.resolve("data");
        if (!Files.exists(data)) {
            initialise(programs, data, credentials, log, started);
        }
        PostmasterFile.removeIfStale(data);
        var chosenPort = Ports.forServer("PostgreSQL", port);
        var process =
                ChildProcess.start(
                        command(
                                Part.POSTGRESQL.title(),
                                serverCommand(programs, data, chosenPort),
                                log),
                        started);
        var database = new PostgresDatabase(process, chosenPort, credentials);
        try {
            process.awaitReady(chosenPort, START_LIMIT, database::takesConnections);
            database.prepareRoles();
        } catch (RuntimeException e) {
            process.kill();
            throw e;
        }
        return database;
    }

    public String jdbcUrl() {
        return url(DATABASE);
    }

    public int port() {
        return port;
    }

    /// The process id of the postmaster.
    public long pid() {
        return process.pid();
    }

    public String ownerUser() {
        return OWNER;
    }

    public String ownerPassword() {
        return credentials.ownerPassword();
    }

    public String readerUser() {
        return READER;
    }

    public String readerPassword() {
        return credentials.readerPassword();
    }

    ChildProcess process() {
        return process;
    }

    /// Ends the postmaster and its children with SIGKILL, as a crash would. Another [#start] on the
    /// same directory recovers.
    public void kill() {
        process.kill();
    }

    /// Stops the server in order without waiting for clients (fast shutdown); after 20 s with
    /// SIGKILL. Does nothing if it has ended.
    @Override
    public void close() {
        process.stop(STOP_LIMIT);
    }

    private static void initialise(
            Path programs,
            Path data,
            PostgresCredentials credentials,
            Path log,
            StartedProcesses started) {
        var unfinished = data.resolveSibling("data.unfinished");
        var passwordFile = data.resolveSibling("initdb.password");
        PrivateFiles.write(passwordFile, credentials.superuserPassword() + "\n");
        try {
            PrivateFiles.deleteTree(unfinished);
            var command = new ArrayList<>(userPrefix());
            command.add(programs.resolve("bin/initdb").toString());
            command.addAll(List.of("--pgdata", unfinished.toString(), "--username", SUPERUSER));
            command.addAll(List.of("--auth", "scram-sha-256", "--pwfile", passwordFile.toString()));
            command.addAll(List.of("--encoding", "UTF8", "--locale", "C"));
            command.addAll(List.of("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"));
            var initdb = ChildProcess.start(command("initdb", command, log), started);
            if (!initdb.awaitExit(INITDB_LIMIT)) {
                initdb.kill();
                throw initdb.fault(
                        "initdb did not make the database in %s within %s"
                                .formatted(data, INITDB_LIMIT));
            }
            if (initdb.exitCode() != 0) {
                throw initdb.fault(
                        "initdb could not make the database in %s (exit code %d)"
                                .formatted(data, initdb.exitCode()));
            }
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LocalStackException("Could not make the database in " + data, e);
        } finally {
            PrivateFiles.delete(passwordFile);
        }
    }

    private static ChildCommand command(String name, List<String> words, Path log) {
        return new ChildCommand(name, words, Map.of(), StopSignal.INT, log);
    }

    private static List<String> serverCommand(Path programs, Path data, int port) {
        var command = new ArrayList<>(userPrefix());
        command.add(programs.resolve("bin/postgres").toString());
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        var settings =
                List.of(
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "fsync=on",
                        "shared_buffers=64MB",
                        "max_connections=100",
                        "timezone=UTC",
                        "log_timezone=UTC");
        for (var setting : settings) {
            command.addAll(List.of("-c", setting));
        }
        return command;
    }

    /// PostgreSQL refuses to run as root: there, a user namespace of its own takes the privileges
    /// away.
    private static List<String> userPrefix() {
        return "root".equals(System.getProperty("user.name"))
                ? List.of("unshare", "--user", "--")
                : List.of();
    }

    private boolean takesConnections() {
        if (!process.awaitPort(port)) {
            return false;
        }
        try (var _ = connect("postgres")) {
            return true;
        } catch (SQLException e) {
            if (STILL_STARTING.equals(e.getSQLState()) || !process.isAlive()) {
                return false;
            }
            throw new LocalStackException(
                    "Could not log in to PostgreSQL on port %d as %s".formatted(port, SUPERUSER),
                    e);
        }
    }

    /// Makes what is missing: a start that was cut short is completed by the next.
    private void prepareRoles() {
        try (var connection = connect("postgres")) {
            prepareRole(connection, OWNER, credentials.ownerPassword());
            prepareRole(connection, READER, credentials.readerPassword());
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                run(connection, "create database %s owner %s".formatted(DATABASE, OWNER));
            }
            run(connection, "revoke all on database %s from public".formatted(DATABASE));
            run(connection, "grant connect on database %s to %s".formatted(DATABASE, READER));
            run(
                    connection,
                    "alter role %s set default_transaction_read_only = on".formatted(READER));
        } catch (SQLException e) {
            throw new LocalStackException(
                    "Could not prepare the database %s and its roles on port %d"
                            .formatted(DATABASE, port),
                    e);
        }
    }

    private static void prepareRole(Connection connection, String role, String password)
            throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
            run(connection, "create role %s login".formatted(role));
        }
        // A password is hexadecimal digits: it needs no quoting, which this statement has no
        // parameters for.
        run(connection, "alter role %s password '%s'".formatted(role, password));
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", credentials.superuserPassword());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "20");
        return DriverManager.getConnection(url(database), properties);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }
}
