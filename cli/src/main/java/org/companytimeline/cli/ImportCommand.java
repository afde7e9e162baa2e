package org.companytimeline.cli;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.companytimeline.local.Part;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description =
                "Brings the rows of a file onto the timelines, and ends when all of it can be read."
                        + " The same file again changes nothing; one that was stopped goes on where"
                        + " it was.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all rows were taken",
            "1:it failed; the same command goes on",
            "2:some rows were refused, and stand in the file of refused rows"
        })
final class ImportCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int SOME_REFUSED = 2;
    private static final int MOST_LANES = 16;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration STOP_LIMIT = Duration.ofMillis(1500);
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(2);

    private final Terminal terminal;
    private final CountDownLatch ended = new CountDownLatch(1);

    @Mixin private StackOptions options = new StackOptions();

    @Parameters(
            paramLabel = "FILE",
            description =
                    "Events, one JSON object on each line (NDJSON); with a mapping CSV or JSON."
                            + " May be compressed (gzip).")
    private Path file = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "NAME|FILE",
            description =
                    "Which columns become which events: a mapping that is shipped, or a file in"
                            + " YAML (docs/importing.md).")
    private @Nullable String mapping;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "The bearer token to post with (default: tokens/publisher.jwt in the data"
                            + " directory; for events of several publishers take operator.jwt).")
    private @Nullable Path tokenFile;

    @Option(
            names = "--dry-run",
            description = "Reads and checks everything, sends nothing, and needs no stack.")
    private boolean dryRun;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description =
                    "Where refused rows go, each as it was, with line, column and reason (default:"
                            + " a file in imports in the data directory).")
    private @Nullable Path rejects;

    @Option(
            names = "--lanes",
            paramLabel = "N",
            defaultValue = "4",
            description =
                    "How many requests may run at a time, 1 to 16 (default: ${DEFAULT-VALUE}). A"
                            + " company's events keep their order.")
    private int lanes;

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        var job = job();
        try (var stack = dryRun ? null : stack()) {
            var running = new Import(job, stack, this::notice);
            var stop = new Thread(() -> stop(running), "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            try (var _ = new ImportProgress(running, terminal, size(file))) {
                return told(running.run());
            } catch (CommandException e) {
                notice(String.valueOf(e.getMessage()));
                if (!dryRun && running.point().rows() > 0) {
                    notice(
                            "All rows up to %,d are settled; the same command goes on there."
                                    .formatted(running.point().rows()));
                }
                return FAILED;
            } finally {
                ended.countDown();
            }
        }
    }

    private ImportJob job() {
        if (lanes < 1 || lanes > MOST_LANES) {
            throw new CommandException(
                    "--lanes is a number from 1 to %d, not %d".formatted(MOST_LANES, lanes));
        }
        var named = Optional.ofNullable(mapping).map(MappingFile::of);
        return new ImportJob(
                file,
                named.map(MappingFile::mapping).orElse(null),
                named.map(MappingFile::text).orElse(""),
                options.settings().data().resolve("imports"),
                rejects,
                lanes,
                dryRun,
                GIVE_UP_AFTER);
    }

    private ImportStack stack() {
        var settings = options.settings();
        var token =
                TokenFile.read(
                        Optional.ofNullable(tokenFile)
                                .orElseGet(() -> settings.tokens().resolve("publisher.jwt")));
        var operator = settings.tokens().resolve("operator.jwt");
        var http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_LIMIT)
                        .build();
        return new ImportStack(
                http,
                new EventBatchPost(http, settings.address(Part.INGEST), token),
                new ImportTimelines(http, settings.address(Part.QUERY), token),
                Files.isReadable(operator)
                        ? new RejectedEvents(
                                http, settings.address(Part.TIMELINE), TokenFile.read(operator))
                        : null);
    }

    private void stop(Import running) {
        running.stop();
        try {
            var _ = ended.await(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private int told(ImportSummary summary) {
        for (var line : summary.lines(dryRun)) {
            terminal.out().println(InertText.of(line));
        }
        return summary.point().refused() == 0 ? 0 : SOME_REFUSED;
    }

    private void notice(String line) {
        terminal.err().println(InertText.of(line));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException _) {
            return 0;
        }
    }
}
