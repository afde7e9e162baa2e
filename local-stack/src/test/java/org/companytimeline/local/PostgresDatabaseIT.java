package org.companytimeline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresDatabaseIT {
    @TempDir Path dir;

    @Test
    void committed_rows_are_there_after_a_kill_and_a_restart_on_the_same_port() throws Exception {
        int port;
        try (var database = PostgresDatabase.start(dir, 0)) {
            port = database.port();
            try (var owner = owner(database)) {
                run(owner, "create table kept (value text)");
                run(owner, "insert into kept values ('committed')");

                database.kill();
            }
        }

        try (var restarted = PostgresDatabase.start(dir, port);
                var owner = owner(restarted)) {
            assertThat(value(owner, "select value from kept")).isEqualTo("committed");
        }
    }

    @Test
    void rows_are_there_after_an_orderly_stop_while_a_client_is_connected() throws Exception {
        try (var database = PostgresDatabase.start(dir, 0)) {
            var owner = owner(database);
            run(owner, "create table kept (value text)");
            run(owner, "insert into kept values ('committed')");
        }

        try (var restarted = PostgresDatabase.start(dir, 0);
                var owner = owner(restarted)) {
            assertThat(value(owner, "select value from kept")).isEqualTo("committed");
        }
    }

    @Test
    void the_owner_may_create_the_extensions_for_search_and_what_is_on_disk_is_synced()
            throws Exception {
        try (var database = PostgresDatabase.start(dir, 0);
                var owner = owner(database)) {
            run(owner, "create extension pg_trgm");
            run(owner, "create extension unaccent");

            assertThat(value(owner, "select lower(unaccent('Éléphant'))")).isEqualTo("elephant");
            assertThat(value(owner, "show fsync")).isEqualTo("on");
            assertThat(value(owner, "show server_encoding")).isEqualTo("UTF8");
        }
    }

    @Test
    void the_reader_reads_what_the_owner_grants_and_can_write_nothing() throws Exception {
        try (var database = PostgresDatabase.start(dir, 0);
                var owner = owner(database);
                var reader = connect(database, database.readerUser(), database.readerPassword())) {
            run(owner, "create table granted (value text)");
            run(owner, "insert into granted values ('seen')");
            run(owner, "create table hidden (value text)");

            run(owner, "grant select on granted to " + database.readerUser());

            assertThat(value(reader, "select value from granted")).isEqualTo("seen");
            run(reader, "set default_transaction_read_only = off");
            assertThatThrownBy(() -> value(reader, "select value from hidden"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> run(reader, "insert into granted values ('x')"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> run(reader, "create table made (value text)"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> run(reader, "create temporary table made (value text)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void nobody_logs_in_without_the_right_password() {
        try (var database = PostgresDatabase.start(dir, 0)) {
            for (var role :
                    new String[] {"postgres", database.ownerUser(), database.readerUser()}) {
                assertThatThrownBy(() -> connect(database, role, "wrong"))
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void passwords_are_readable_by_their_owner_alone_and_stay_the_same() throws Exception {
        String first;
        try (var database = PostgresDatabase.start(dir, 0)) {
            first = database.ownerPassword();
        }

        try (var restarted = PostgresDatabase.start(dir, 0)) {
            assertThat(restarted.ownerPassword()).isEqualTo(first).hasSizeGreaterThan(40);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir)))
                .isEqualTo("rwx------");
        assertThat(Files.getPosixFilePermissions(dir.resolve("passwords.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(dir.resolve("initdb.password")).doesNotExist();
    }

    @Test
    void a_lock_file_of_another_program_does_not_stop_the_start() throws Exception {
        PostgresDatabase.start(dir, 0).close();
        Files.writeString(
                dir.resolve("data/postmaster.pid"),
                "%d\n%s\n%d\n"
                        .formatted(
                                ProcessHandle.current().pid(), dir.resolve("data"), 1_000_000_000));

        try (var database = PostgresDatabase.start(dir, 0);
                var owner = owner(database)) {
            assertThat(value(owner, "select 'up'")).isEqualTo("up");
        }
    }

    @Test
    void a_taken_port_is_named_in_the_fault_and_nothing_is_left_running() throws Exception {
        var children = ProcessHandle.current().children().toList();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PostgresDatabase.start(dir, taken.getLocalPort()))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("port " + taken.getLocalPort());
        }

        assertThat(ProcessHandle.current().children())
                .containsExactlyInAnyOrderElementsOf(children);
    }

    private static Connection owner(PostgresDatabase database) throws SQLException {
        return connect(database, database.ownerUser(), database.ownerPassword());
    }

    private static Connection connect(PostgresDatabase database, String user, String password)
            throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), user, password);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
