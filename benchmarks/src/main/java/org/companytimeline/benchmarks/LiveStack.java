package org.companytimeline.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.companytimeline.local.KafkaBroker;
import org.companytimeline.local.PostgresDatabase;
import org.companytimeline.local.Tokens;

/// Kafka, PostgreSQL, timeline-service and query-service: what is published to the log is served.
final class LiveStack implements AutoCloseable {

    static final String LOG = "company-events";

    private static final Duration APPLY_LIMIT = Duration.ofMinutes(2);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(20);

    private final Path dir;
    private final Tokens tokens;
    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final KafkaBroker broker;
    private final Connection connection;
    private final BareProducer producer;
    private final Service query;

    /// Starts them and waits until they are ready.
    ///
    /// @param settings of query-service, beyond what it needs
    /// @param options of query-service
    LiveStack(Path dir, Map<String, String> settings, Service.Options options) throws Exception {
        this.dir = dir;
        tokens = Tokens.open(dir.resolve("tokens"));
        try {
            broker = KafkaBroker.start(dir.resolve("kafka"), 0);
            stops.push(broker::close);
            new Topics(broker.bootstrapServers()).create(LOG);
            PostgresDatabase database = PostgresDatabase.start(dir.resolve("postgresql"), 0);
            stops.push(database::close);
            start(
                    "timeline-service",
                    Map.of(
                            "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                            "COMPANY_TIMELINE_TOPIC", LOG,
                            "COMPANY_TIMELINE_READER_ROLE", database.readerUser(),
                            "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                            "QUARKUS_DATASOURCE_USERNAME", database.ownerUser(),
                            "QUARKUS_DATASOURCE_PASSWORD", database.ownerPassword()),
                    new Service.Options(Map.of(), List.of()));
            Map<String, String> ofQuery = new HashMap<>(settings);
            ofQuery.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
            ofQuery.put("QUARKUS_DATASOURCE_USERNAME", database.readerUser());
            ofQuery.put("QUARKUS_DATASOURCE_PASSWORD", database.readerPassword());
            query = start("query-service", ofQuery, options);
            connection =
                    DriverManager.getConnection(
                            database.jdbcUrl(), database.ownerUser(), database.ownerPassword());
            producer = new BareProducer(broker.bootstrapServers());
            stops.push(producer::close);
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    /// Starts ingest-service in front of it.
    Service startIngest() throws Exception {
        return start(
                "ingest-service",
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        broker.bootstrapServers(),
                        "COMPANY_TIMELINE_TOPIC",
                        LOG),
                new Service.Options(Map.of(), List.of()));
    }

    private Service start(String module, Map<String, String> settings, Service.Options options)
            throws Exception {
        Service service = Service.start(module, settings, tokens, dir, options);
        stops.push(service::close);
        return service;
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /// To the database, as the owner of its tables.
    Connection connection() {
        return connection;
    }

    BareProducer producer() {
        return producer;
    }

    Service query() {
        return query;
    }

    /// The token of one who may post.
    String publisher() {
        return tokens.publisher();
    }

    /// Publishes events at once and waits until they are in the read model.
    void publish(List<Workload.Posting> postings) throws Exception {
        long target = applied() + postings.size();
        producer.sendAll(LogRecords.of(postings, LOG));
        long deadline = System.nanoTime() + APPLY_LIMIT.toNanos();
        while (applied() < target) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(
                        "%d of %d events were applied".formatted(applied(), target));
            }
            Thread.sleep(BETWEEN_QUESTIONS);
        }
    }

    private long applied() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select coalesce(sum(next_offset), 0) from projection_partition")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        while (!stops.isEmpty()) {
            stops.pop().run();
        }
    }
}
