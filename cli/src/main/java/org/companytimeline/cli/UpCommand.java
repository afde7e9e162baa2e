package org.companytimeline.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.companytimeline.event.words.Language;
import org.companytimeline.local.EndedPart;
import org.companytimeline.local.LocalStack;
import org.companytimeline.local.LocalStackException;
import org.companytimeline.local.Part;
import org.companytimeline.local.StackSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Starts Kafka, PostgreSQL and the three services, and stops them on Ctrl-C.")
final class UpCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final String SAMPLE_COMPANY = "mistral-ai";

    private final Terminal terminal;
    private final Instant begun = Instant.now();

    @Mixin private StackOptions options = new StackOptions();

    @Option(
            names = "--sample",
            description =
                    "Posts thirty events about French AI companies if they aren't there yet, and"
                            + " shows a timeline.")
    private boolean sample;

    UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var settings = options.settings();
        var stack = new LocalStack(settings);
        var isStopping = new AtomicBoolean();
        var stop = new Thread(() -> stop(stack, isStopping), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            stack.start(this::progress);
            printWelcome(settings);
            if (sample) {
                postSample(settings);
            }
            return stack.awaitEnd().map(part -> ended(part, stack)).orElse(0);
        } catch (LocalStackException | CommandException e) {
            if (isStopping.get()) {
                // What fails while the stack is being stopped fails because of that.
                return FAILED;
            }
            stack.close();
            throw e;
        }
    }

    private void stop(LocalStack stack, AtomicBoolean isStopping) {
        isStopping.set(true);
        if (!stack.isClosed()) {
            progress("Stopping");
            stack.close();
            progress("Stopped");
        }
    }

    private int ended(EndedPart part, LocalStack stack) {
        terminal.err().println(part.sentence() + "; stopping the others");
        stack.close();
        return FAILED;
    }

    private void progress(String line) {
        var seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
        terminal.out().println(String.format(Locale.ROOT, "%6.1f s  %s", seconds, line));
    }

    private void printWelcome(StackSettings settings) {
        var query = settings.address(Part.QUERY);
        terminal.out()
                .printf(
                        """

                        Company Timeline is ready. Ctrl-C stops it.

                          read    %s
                          write   %s
                          operate %s
                          Kafka   localhost:%d
                          data    %s
                          tokens  %s

                        Try:  curl -s '%s/companies?q=mistrall'
                              curl -s %s/events -H "Authorization: Bearer $(cat '%s')" -H 'Content-Type: application/json' \\
                                -d '{"type": "founded", "company": {"id": "acme", "name": "Acme"}, "when": "2025-03", "sources": [{"title": "A note of mine"}]}'
                              ./timeline show acme%s

                        """,
                        query,
                        settings.address(Part.INGEST),
                        settings.address(Part.TIMELINE),
                        settings.port(Part.KAFKA),
                        settings.data(),
                        settings.tokens().resolve("publisher.jwt") + " and operator.jwt",
                        query,
                        settings.address(Part.INGEST),
                        settings.tokens().resolve("publisher.jwt"),
                        settings.basePort() == StackSettings.DEFAULT_BASE_PORT
                                ? ""
                                : " --base-port " + settings.basePort());
    }

    private void postSample(StackSettings settings) {
        try (var services = options.services()) {
            var posted =
                    new Sample(StackOptions.sample(), services)
                            .post(settings.tokens().resolve("publisher.jwt"));
            progress(
                    posted.count() == 0
                            ? "The sample is already there"
                            : "Posted %d events of the sample".formatted(posted.count()));
            terminal.out().println();
            ShowCommand.show(
                    services, SAMPLE_COMPANY, posted.timelinePosition(), Language.EN, terminal);
            terminal.out().println();
        }
    }
}
