package org.companytimeline.system;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.companytimeline.local.KafkaBroker;
import org.companytimeline.local.Part;
import org.companytimeline.local.PostgresDatabase;
import org.companytimeline.local.Tokens;

/// The packaged services with a real Kafka and PostgreSQL. Unlike `./timeline up` it goes on when a
/// service dies, which can be started again at the same address.
final class KillableStack implements AutoCloseable {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private final Path folder;
    private final int basePort = RunningStack.freeBasePort();
    private final Tokens tokens;
    private final CompletableFuture<KafkaBroker> kafka;
    private final CompletableFuture<PostgresDatabase> postgres;
    private final Map<Part, KillableService> services = new EnumMap<>(Part.class);
    private final Map<String, String> querySettings;
    private final StackClient client;

    private KillableStack(Path folder, Map<String, String> querySettings) {
        this.folder = folder;
        this.querySettings = querySettings;
        tokens = Tokens.open(folder.resolve("tokens"));
        client = new StackClient(basePort, folder.resolve("tokens"));
        kafka =
                CompletableFuture.supplyAsync(
                        () -> KafkaBroker.start(folder.resolve("kafka"), basePort + 3));
        postgres =
                CompletableFuture.supplyAsync(
                        () -> PostgresDatabase.start(folder.resolve("postgresql"), basePort + 4));
    }

    /// Starts all and returns once all are ready.
    ///
    /// @param querySettings environment variables for query-service
    static KillableStack up(Path folder, Map<String, String> querySettings) {
        KillableStack stack = new KillableStack(folder, querySettings);
        try {
            stack.start(Part.INGEST, Part.TIMELINE, Part.QUERY);
            return stack;
        } catch (RuntimeException | Error failure) {
            stack.close();
            throw failure;
        }
    }

    StackClient client() {
        return client;
    }

    /// Ends services with SIGKILL.
    void kill(Part... parts) {
        for (Part part : parts) {
            service(part).kill();
        }
    }

    /// Starts services and returns once they are ready.
    void start(Part... parts) {
        for (Part part : parts) {
            service(part).launch();
        }
        for (Part part : parts) {
            service(part).awaitReady();
        }
    }

    private KillableService service(Part part) {
        return services.computeIfAbsent(
                part,
                first ->
                        new KillableService(
                                address(part),
                                folder.resolve(part.title() + ".log"),
                                command(part),
                                environment(part),
                                client::isReady));
    }

    private URI address(Part part) {
        return switch (part) {
            case QUERY -> client.query();
            case INGEST -> client.ingest();
            case TIMELINE -> client.timeline();
            case KAFKA, POSTGRESQL -> throw new IllegalArgumentException(part.title());
        };
    }

    private static List<String> command(Part part) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                // None lives long enough to pay for more.
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                REPOSITORY
                        .resolve(part.title())
                        .resolve("target/quarkus-app/quarkus-run.jar")
                        .toString());
    }

    private Map<String, String> environment(Part part) {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", tokens.jwks().toUri().toString());
        variables.put("MP_JWT_VERIFY_ISSUER", tokens.issuer());
        variables.put("KAFKA_BOOTSTRAP_SERVERS", kafka.join().bootstrapServers());
        variables.put("COMPANY_TIMELINE_QUERY_URL", client.query().toString());
        variables.put("COMPANY_TIMELINE_INGEST_URL", client.ingest().toString());
        PostgresDatabase database = postgres.join();
        boolean reads = part == Part.QUERY;
        variables.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        variables.put(
                "QUARKUS_DATASOURCE_USERNAME",
                reads ? database.readerUser() : database.ownerUser());
        variables.put(
                "QUARKUS_DATASOURCE_PASSWORD",
                reads ? database.readerPassword() : database.ownerPassword());
        variables.put("COMPANY_TIMELINE_READER_ROLE", database.readerUser());
        if (reads) {
            variables.putAll(querySettings);
        }
        return variables;
    }

    /// Ends all with SIGKILL: nothing is kept.
    @Override
    public void close() {
        services.values().forEach(KillableService::close);
        kafka.thenAccept(KafkaBroker::kill).exceptionally(_ -> null).join();
        postgres.thenAccept(PostgresDatabase::kill).exceptionally(_ -> null).join();
        client.close();
    }
}
