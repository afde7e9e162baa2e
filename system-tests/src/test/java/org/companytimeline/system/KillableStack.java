package org.companytimeline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.companytimeline.local.KafkaBroker;
import org.companytimeline.local.Part;
import org.companytimeline.local.PostgresDatabase;
import org.companytimeline.local.Tokens;

/// The packaged services with a real Kafka and PostgreSQL. Unlike `./timeline up` it goes on when a
/// service dies, which can be started again at the same address.
final class KillableStack implements AutoCloseable {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final Path folder;
    private final int basePort = RunningStack.freeBasePort();
    private final Tokens tokens;
    private final CompletableFuture<KafkaBroker> kafka;
    private final CompletableFuture<PostgresDatabase> postgres;
    private final Map<Part, Process> services = new EnumMap<>(Part.class);
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
            Process service = services.remove(part);
            if (service == null) {
                throw new IllegalStateException(part.title() + " does not run");
            }
            service.destroyForcibly().onExit().join();
        }
    }

    /// Starts services and returns once they are ready.
    void start(Part... parts) {
        for (Part part : parts) {
            services.put(part, launch(part));
        }
        Awaitility.await(List.of(parts) + " to be ready")
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> List.of(parts).stream().allMatch(this::isReady));
    }

    private boolean isReady(Part part) {
        Process service = services.get(part);
        if (service == null || !service.isAlive()) {
            throw new IllegalStateException("%s has ended: see %s".formatted(part, log(part)));
        }
        return client.isReady(
                switch (part) {
                    case QUERY -> client.query();
                    case INGEST -> client.ingest();
                    case TIMELINE -> client.timeline();
                    case KAFKA, POSTGRESQL -> throw new IllegalArgumentException(part.title());
                });
    }

    private Process launch(Part part) {
        Path jar = REPOSITORY.resolve(part.title()).resolve("target/quarkus-app/quarkus-run.jar");
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx192m",
                                "-XX:+UseSerialGC",
                                // None lives long enough to pay for more.
                                "-XX:TieredStopAtLevel=1",
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                "-jar",
                                jar.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log(part).toFile()));
        builder.environment().putAll(environment(part));
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException("starting " + part.title(), failure);
        }
    }

    private Path log(Part part) {
        return folder.resolve(part.title() + ".log");
    }

    private Map<String, String> environment(Part part) {
        Map<String, String> variables = new HashMap<>();
        variables.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", tokens.jwks().toUri().toString());
        variables.put("MP_JWT_VERIFY_ISSUER", tokens.issuer());
        variables.put("KAFKA_BOOTSTRAP_SERVERS", kafka.join().bootstrapServers());
        variables.put("COMPANY_TIMELINE_QUERY_URL", client.query().toString());
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
        variables.put(
                "QUARKUS_HTTP_PORT",
                String.valueOf(
                        switch (part) {
                            case QUERY -> client.query().getPort();
                            case INGEST -> client.ingest().getPort();
                            default -> client.timeline().getPort();
                        }));
        if (reads) {
            variables.putAll(querySettings);
        }
        return variables;
    }

    /// Ends all with SIGKILL: nothing is kept.
    @Override
    public void close() {
        kill(services.keySet().toArray(Part[]::new));
        kafka.thenAccept(KafkaBroker::kill).exceptionally(_ -> null).join();
        postgres.thenAccept(PostgresDatabase::kill).exceptionally(_ -> null).join();
        client.close();
    }
}
