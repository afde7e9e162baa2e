package org.companytimeline.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.companytimeline.local.Part;
import org.companytimeline.local.StackSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that tell which local stack is meant.
final class StackOptions {
    private static final Path REPOSITORY =
            Path.of(System.getProperty("company-timeline.repository", "."));

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where data, logs and tokens lie (default: .timeline in the repository).")
    private @Nullable Path data;

    @Option(
            names = "--base-port",
            paramLabel = "N",
            defaultValue = "" + StackSettings.DEFAULT_BASE_PORT,
            description = {
                "query-service listens on N, ingest-service on N+1, timeline-service on N+2, Kafka"
                        + " on N+3, PostgreSQL on N+4",
                "(default: ${DEFAULT-VALUE})."
            })
    private int basePort;

    StackSettings settings() {
        return new StackSettings(
                Optional.ofNullable(data).orElse(REPOSITORY.resolve(".timeline")),
                basePort,
                REPOSITORY);
    }

    ServiceClient services() {
        return new ServiceClient(address(Part.QUERY), address(Part.INGEST));
    }

    static Path sample() {
        return REPOSITORY.resolve("samples/french-ai.ndjson");
    }

    private URI address(Part part) {
        return settings().address(part);
    }
}
