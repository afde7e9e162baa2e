package org.companytimeline.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.companytimeline.local.Part;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = "Writes everything that is recorded to a file, or to a pipe.",
        synopsisSubcommandLabel = "(events | timelines)")
final class ExportCommand implements Runnable {
    private final Terminal terminal;

    @Spec private @Nullable CommandSpec spec;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Export what: events or timelines?");
        }
    }

    @Command(
            name = "events",
            description =
                    "Recorded events up to now, one JSON object a line, each once and as it is"
                            + " served. Goes on by itself after a lost connection.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:all was written", "1:it failed, and there is no file"})
    int events(
            @Mixin StackOptions stack,
            @Mixin ExportOptions options,
            @Option(
                            names = "--company",
                            paramLabel = "ID",
                            description = "Events about this company or that name it; repeatable.")
                    @Nullable List<String> companies,
            @Option(
                            names = "--type",
                            paramLabel = "TYPE",
                            description = "Such as funded; repeatable.")
                    @Nullable List<String> types,
            @Option(
                            names = "--from",
                            paramLabel = "POINT",
                            defaultValue = "beginning",
                            description =
                                    "Where to begin: beginning (default), a cursor, or an instant"
                                            + " such as 2026-03-01T00:00:00Z.")
                    String from) {
        var filters = Map.of("company", given(companies), "type", given(types));
        var query = new StreamQuery(stack.settings().address(Part.QUERY), filters, from, false);
        var cursor = "";
        long events = 0;
        try (var file = options.open(terminal);
                var feed =
                        new EventFeed(
                                query,
                                EventFeed.DEAD_AFTER,
                                line -> terminal.err().println(InertText.of(line)))) {
            for (var message = feed.next(); message != null; message = feed.next()) {
                if (message instanceof StreamMessage.Event event) {
                    file.line(event.text());
                    events++;
                }
                cursor = message.cursor();
            }
            file.complete();
            terminal.err().printf(Locale.ROOT, "%,d events, up to the cursor %s%n", events, cursor);
        }
        return 0;
    }

    private static List<String> given(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }

    @Command(
            name = "timelines",
            description =
                    "The timelines of all companies at one point in the log, a fact a line. An"
                            + " export that was cut leaves no file.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:all was written", "1:it failed, and there is no file"})
    int timelines(
            @Mixin StackOptions stack,
            @Mixin ExportOptions options,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "ndjson",
                            description = "ndjson (default) or csv.")
                    TimelineFormat format) {
        try (var file = options.open(terminal);
                var services = stack.services();
                var body = services.timelines(format.mediaType(), ServiceClient.REQUEST_LIMIT)) {
            var copy = new TimelineCopy(body, file.out());
            copy.all();
            if (format == TimelineFormat.NDJSON) {
                copy.checkEnd();
            }
            file.complete();
            terminal.err().printf(Locale.ROOT, "%,d lines%n", copy.lines());
        } catch (IOException e) {
            throw new CommandException(
                    "The export was cut (%s): try again".formatted(ServiceClient.reason(e)), e);
        }
        return 0;
    }

    /// How timelines are written.
    enum TimelineFormat {
        NDJSON("application/x-ndjson"),
        CSV("text/csv");

        private final String mediaType;

        TimelineFormat(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }
}
