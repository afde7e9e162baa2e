package org.companytimeline.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.companytimeline.local.KafkaBroker;
import org.companytimeline.local.PostgresDatabase;
import org.companytimeline.local.Tokens;

/// How long a search for companies takes while others search, over a read model that came about by
/// events through the log and the projection.
final class SearchBenchmark {

    private static final String LOG = "company-events";
    private static final int COMPANIES_PER_WRITE = 2_000;
    private static final int WARM_UP_SECONDS = 15;
    private static final Duration LIMIT = Duration.ofMinutes(20);

    private final Path dir;
    private final NamedCompanies companies;
    private final double perSecond;
    private final int seconds;
    private final Service.Options options;

    SearchBenchmark(
            Path dir,
            NamedCompanies companies,
            double perSecond,
            int seconds,
            Service.Options options) {
        this.dir = dir;
        this.companies = companies;
        this.perSecond = perSecond;
        this.seconds = seconds;
        this.options = options;
    }

    void run() throws Exception {
        Tokens tokens = Tokens.open(dir.resolve("tokens"));
        try (PostgresDatabase database = PostgresDatabase.start(dir.resolve("postgresql"), 0)) {
            fill(tokens, database);
            try (Service query =
                    Service.start(
                            "query-service",
                            Map.of(
                                    "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                                    "QUARKUS_DATASOURCE_USERNAME", database.readerUser(),
                                    "QUARKUS_DATASOURCE_PASSWORD", database.readerPassword()),
                            tokens,
                            dir,
                            options)) {
                URI service = URI.create("http://127.0.0.1:%d".formatted(query.port()));
                SearchQuestions questions = new SearchQuestions(companies);
                OpenLoop.run(
                        service, questions.mixed((int) (WARM_UP_SECONDS * perSecond)), perSecond);
                OtherLoad others = OtherLoad.from();
                OpenLoop.Outcome outcome =
                        OpenLoop.run(
                                service, questions.mixed((int) (seconds * perSecond)), perSecond);
                Progress.say(
                        "Others used %.1f cores; %d requests failed %s"
                                .formatted(
                                        others.coresUsedByOthers(),
                                        outcome.failures().size(),
                                        outcome.failures().stream().limit(3).toList()));
                Progress.result(outcome.table("search", perSecond, seconds));
            }
        }
    }

    private void fill(Tokens tokens, PostgresDatabase database) throws Exception {
        long start = System.nanoTime();
        try (KafkaBroker broker = KafkaBroker.start(dir.resolve("kafka"), 0);
                Connection connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(),
                                database.ownerUser(),
                                database.ownerPassword())) {
            new Topics(broker.bootstrapServers()).create(LOG);
            Map<String, String> settings =
                    new HashMap<>(
                            Map.of(
                                    "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                                    "COMPANY_TIMELINE_TOPIC", LOG,
                                    "COMPANY_TIMELINE_READER_ROLE", database.readerUser(),
                                    "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                                    "QUARKUS_DATASOURCE_USERNAME", database.ownerUser(),
                                    "QUARKUS_DATASOURCE_PASSWORD", database.ownerPassword()));
            try (Service timeline =
                            Service.start(
                                    "timeline-service",
                                    settings,
                                    tokens,
                                    dir,
                                    new Service.Options(Map.of(), List.of()));
                    BareProducer producer = new BareProducer(broker.bootstrapServers())) {
                for (int from = 0; from < companies.companies(); from += COMPANIES_PER_WRITE) {
                    int to = Math.min(companies.companies(), from + COMPANIES_PER_WRITE);
                    producer.sendAll(LogRecords.of(companies.postings(from, to), LOG));
                }
                long written = (long) companies.companies() * companies.eventsPerCompany();
                Progress.say("%,d events written, waiting for the projection".formatted(written));
                awaitApplied(connection, written, timeline);
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum (analyze)");
            }
            Progress.say(
                    "Filled in %d s: %s"
                            .formatted(
                                    (System.nanoTime() - start) / 1_000_000_000,
                                    one(
                                            connection,
                                            "select (select count(*) from company) || ' companies,"
                                                + " ' || (select count(*) from company_name) || '"
                                                + " names, ' || (select count(*) from fact) || '"
                                                + " facts'")));
        }
    }

    private static void awaitApplied(Connection connection, long written, Service timeline)
            throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        String applied = "0";
        while (Long.parseLong(applied) < written) {
            if (System.nanoTime() > deadline || !timeline.process().isAlive()) {
                throw new TimeoutException(
                        "%s of %d events were applied".formatted(applied, written));
            }
            Thread.sleep(Duration.ofMillis(200));
            applied =
                    one(
                            connection,
                            "select coalesce(sum(next_offset), 0) from projection_partition");
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
