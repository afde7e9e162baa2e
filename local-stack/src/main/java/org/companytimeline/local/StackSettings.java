package org.companytimeline.local;

import java.net.URI;
import java.nio.file.Path;

/// Where a local stack keeps its data, which ports it takes, and where the built services lie.
///
/// @param data its data directory, made with mode 0700
/// @param basePort query-service listens on it, ingest-service on the next one, then
///   timeline-service, Kafka, PostgreSQL
/// @param repository the directory that holds `query-service/target/quarkus-app` and the same of
///   the other services
public record StackSettings(Path data, int basePort, Path repository) {
    public static final int DEFAULT_BASE_PORT = 8080;

    public StackSettings {
        data = data.toAbsolutePath().normalize();
        repository = repository.toAbsolutePath().normalize();
        if (basePort < 1 || Part.POSTGRESQL.port(basePort) > 65535) {
            throw new LocalStackException(
                    "--base-port %d leaves no room for five ports: take one from 1 to 65531"
                            .formatted(basePort));
        }
    }

    public int port(Part part) {
        return part.port(basePort);
    }

    /// The base address of a service, such as `http://localhost:8080`.
    public URI address(Part part) {
        return URI.create("http://localhost:" + port(part));
    }

    /// Where the token files lie.
    public Path tokens() {
        return data.resolve("tokens");
    }

    /// Where each part has its log file.
    public Path logs() {
        return data.resolve("logs");
    }
}
