package org.companytimeline.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.companytimeline.local.PostgresDatabase;
import org.companytimeline.timeline.postgres.PostgresReadModel;
import org.companytimeline.timeline.postgres.Schema;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/// A read model in a schema of its own.
public final class TestReadModel {

    private static final List<String> TABLES =
            List.of(
                    "projection_partition",
                    "event",
                    "event_company",
                    "event_identifier",
                    "fact",
                    "fact_company",
                    "round",
                    "company",
                    "company_name",
                    "company_identifier",
                    "company_type",
                    "company_raised",
                    "rejected_event");

    private final PGSimpleDataSource dataSource;
    private final String readerRole;
    private final String schema;

    private TestReadModel(PGSimpleDataSource dataSource, String readerRole, String schema) {
        this.dataSource = dataSource;
        this.readerRole = readerRole;
        this.schema = schema;
    }

    static TestReadModel in(PostgresDatabase database, String schema) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(database.jdbcUrl());
        dataSource.setUser(database.ownerUser());
        dataSource.setPassword(database.ownerPassword());
        dataSource.setCurrentSchema(schema + ",public");
        dataSource.setOptions(sessionOptions());
        TestReadModel readModel = new TestReadModel(dataSource, database.readerUser(), schema);
        readModel.execute(
                "create extension if not exists pg_trgm schema public;"
                        + "create extension if not exists unaccent schema public;"
                        + "create schema if not exists "
                        + schema);
        return readModel;
    }

    /// As the service sets them.
    private static String sessionOptions() {
        Properties properties = new Properties();
        try (InputStream file =
                TestReadModel.class.getResourceAsStream("/application.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the configuration", e);
        }
        return properties.getProperty("quarkus.datasource.jdbc.additional-jdbc-properties.options");
    }

    public String schema() {
        return schema;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public PostgresReadModel open() {
        return open(readerRole);
    }

    public PostgresReadModel open(String reader) {
        Flyway flyway =
                Flyway.configure()
                        .dataSource(dataSource)
                        .defaultSchema(schema)
                        .placeholders(Map.of("readerRole", reader))
                        .load();
        return new PostgresReadModel(
                dataSource, new Schema(dataSource, flyway, reader), Duration.ofSeconds(5));
    }

    public void execute(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /// The first column of all rows, as text.
    public List<String> query(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public long count(String table) {
        return Long.parseLong(query("select count(*) from " + table).getFirst());
    }

    /// Everything it holds, in order, but for what says how it came about.
    public List<String> dump() {
        List<String> dump = new ArrayList<>();
        for (String table : TABLES) {
            dump.add(table);
            dump.addAll(
                    query(
                            "select (to_jsonb(t) - 'epoch' - 'serve_from')::text collate \"C\" from"
                                    + " "
                                    + table
                                    + " t order by 1"));
        }
        return dump;
    }

    /// Fails where it does not hold this, with the first few rows that differ.
    public void assertHolds(List<String> dump) {
        List<String> actual = dump();
        List<String> missing = new ArrayList<>(dump);
        missing.removeAll(actual);
        List<String> unexpected = new ArrayList<>(actual);
        unexpected.removeAll(dump);
        assertThat(unexpected.subList(0, Math.min(5, unexpected.size())))
                .isEqualTo(missing.subList(0, Math.min(5, missing.size())));
        assertThat(actual).hasSameSizeAs(dump);
    }
}
