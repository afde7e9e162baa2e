package org.companytimeline.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.companytimeline.local.KafkaBroker;
import org.companytimeline.local.PostgresDatabase;
import org.companytimeline.local.Tokens;

/// Events per second through the projection, beside a bare binary COPY of the rows that it made
/// into the same tables, and beside a bare consumer that drops the same records.
///
/// timeline-service runs all the time. For a round it is stopped (SIGSTOP), the events are written
/// to the log, and the clock runs from its going on until the last event is committed. The tables
/// and their indexes grow from round to round, those that COPY fills as much as those of the
/// projection.
final class ProjectionBenchmark {

    private static final int EVENTS_PER_COMPANY = 50;
    private static final int ROWS_PER_COPY = 5_000;
    private static final int WARM_UPS = 2;
    private static final String LOG = "company-events";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(5);

    /// The tables that hold events and what is made of them, and the column that names a company of
    /// the round.
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("event", "company");
        TABLES.put("event_company", "company");
        TABLES.put("fact", "company");
        TABLES.put("fact_company", "company");
        TABLES.put("company", "id");
        TABLES.put("company_name", "company");
        TABLES.put("company_identifier", "company");
        TABLES.put("company_type", "company");
        TABLES.put("company_raised", "company");
        TABLES.put("event_identifier", "company");
        TABLES.put("round", "company");
    }

    private final Path dir;
    private final int rounds;
    private final int events;
    private final Service.Options options;
    private final ProcessorTime processorTime;
    private final List<BareTables> bareTables = new ArrayList<>();
    private List<CopiedRows> projected = List.of();
    private Map<TopicPartition, Long> readFrom = Map.of();
    private int workloads;
    private long written;

    ProjectionBenchmark(Path dir, int rounds, int events, Service.Options options) {
        this.dir = dir;
        this.rounds = rounds;
        this.events = events;
        processorTime = new ProcessorTime(rounds);
        this.options = options;
    }

    void run() throws Exception {
        Tokens tokens = Tokens.open(dir.resolve("tokens"));
        try (KafkaBroker broker = KafkaBroker.start(dir.resolve("kafka"), 0);
                PostgresDatabase database = PostgresDatabase.start(dir.resolve("postgresql"), 0)) {
            new Topics(broker.bootstrapServers()).create(LOG);
            try (Service timeline =
                            Service.start(
                                    "timeline-service",
                                    settings(broker, database),
                                    tokens,
                                    dir,
                                    options);
                    BareProducer producer = new BareProducer(broker.bootstrapServers());
                    BareConsumer consumer = new BareConsumer(broker.bootstrapServers(), LOG);
                    Connection first = connect(database);
                    Connection second = connect(database)) {
                BareTables one = new BareTables("bare_1", List.of(first), TABLES.keySet());
                BareTables two = new BareTables("bare_2", List.of(first, second), TABLES.keySet());
                bareTables.addAll(List.of(one, two));
                List<Contender> contenders =
                        List.of(
                                new Contender(
                                        "projection",
                                        () ->
                                                project(
                                                        timeline, producer, consumer, database,
                                                        first)),
                                new Contender(
                                        "bare COPY, 1 connection",
                                        () ->
                                                processorTime.of(
                                                        "PostgreSQL, bare COPY, 1 connection",
                                                        database.pid(),
                                                        events,
                                                        () -> one.copyNext(events))),
                                new Contender(
                                        "bare COPY, 2 connections", () -> two.copyNext(events)),
                                new Contender(
                                        "consume and drop", () -> consumer.read(readFrom, events)));
                project(timeline, producer, consumer, database, first);
                List<Figures> figures = new Contest(contenders, WARM_UPS, rounds).run();
                Progress.result(
                        Table.ofRatios(
                                "events into the read model", "events/s", figures, figures.get(1)));
                Progress.result(processorTime.table());
                for (CopiedRows rows : projected) {
                    Progress.say(
                            "%.2f rows of %s an event"
                                    .formatted((double) rows.rows() / events, rows.table()));
                }
            }
        }
    }

    private double project(
            Service timeline,
            BareProducer producer,
            BareConsumer consumer,
            PostgresDatabase database,
            Connection connection)
            throws Exception {
        Workload workload =
                new Workload("p" + workloads++, Math.max(1, events / EVENTS_PER_COMPANY), events);
        List<ProducerRecord<byte[], byte[]>> records = LogRecords.of(workload.postings(), LOG);
        readFrom = consumer.ends();
        timeline.process().pause();
        producer.sendAll(records);
        written += records.size();
        double perSecond =
                processorTime.of(
                        "timeline-service, projection",
                        timeline.process().pid(),
                        events,
                        () ->
                                processorTime.of(
                                        "PostgreSQL, projection",
                                        database.pid(),
                                        events,
                                        () -> resumeUntilApplied(timeline, connection)));
        projected = new ArrayList<>();
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            projected.add(
                    CopiedRows.from(
                            connection,
                            table.getKey(),
                            "%s like '%s-%%'".formatted(table.getValue(), workload.name()),
                            ROWS_PER_COPY));
        }
        bareTables.forEach(tables -> tables.add(projected));
        return perSecond;
    }

    private double resumeUntilApplied(Service timeline, Connection connection) throws Exception {
        long start = System.nanoTime();
        timeline.process().resume();
        while (applied(connection) < written) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new TimeoutException(
                        "%d of %d events were applied".formatted(applied(connection), written));
            }
            Thread.sleep(BETWEEN_QUESTIONS);
        }
        return events / ((System.nanoTime() - start) / 1e9);
    }

    private static long applied(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select coalesce(sum(next_offset), 0) from projection_partition")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Map<String, String> settings(KafkaBroker broker, PostgresDatabase database) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "COMPANY_TIMELINE_TOPIC", LOG,
                "COMPANY_TIMELINE_READER_ROLE", database.readerUser(),
                "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", database.ownerUser(),
                "QUARKUS_DATASOURCE_PASSWORD", database.ownerPassword());
    }

    private static Connection connect(PostgresDatabase database) throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.ownerUser(), database.ownerPassword());
    }
}
