package org.companytimeline.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.companytimeline.event.words.Language;
import org.companytimeline.local.Part;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "watch",
        description =
                "Prints a line for each event as it is recorded, until Ctrl-C. Goes on by itself"
                        + " after a lost connection, each event once.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the head was reached (--until-head), or the pipe that reads the output was closed",
            "1:it failed"
        })
final class WatchCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private StackOptions stack = new StackOptions();

    @Option(
            names = "--company",
            paramLabel = "ID",
            description = "Events about this company or that name it; repeatable.")
    private List<String> companies = List.of();

    @Option(names = "--type", paramLabel = "TYPE", description = "Such as funded; repeatable.")
    private List<String> types = List.of();

    @Option(
            names = "--country",
            paramLabel = "CODE",
            description = "Events with this country in their details, such as FR; repeatable.")
    private List<String> countries = List.of();

    @Option(names = "--status", paramLabel = "STATUS", description = "Such as planned; repeatable.")
    private List<String> statuses = List.of();

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "Events whose money is in this currency, such as EUR.")
    private @Nullable String currency;

    @Option(
            names = "--minimum-amount",
            paramLabel = "AMOUNT",
            description = "Of those, events with at least this amount.")
    private @Nullable String minimumAmount;

    @Option(
            names = "--from",
            paramLabel = "POINT",
            defaultValue = "now",
            description =
                    "Where to begin: now (default), beginning, a cursor, or an instant such as"
                            + " 2026-03-01T00:00:00Z.")
    private String from = "now";

    @Option(
            names = "--until-head",
            description = "Ends once everything that is recorded now was printed.")
    private boolean untilHead;

    @Option(
            names = "--cursor-file",
            paramLabel = "FILE",
            description =
                    "Keeps the cursor there after each event that was printed, and goes on from it"
                            + " the next time, whatever --from says.")
    private @Nullable Path cursorFile;

    @Option(names = "--json", description = "Prints the events themselves, one JSON object a line.")
    private boolean json;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "The language of dates: en (default) or fr.")
    private Language language = Language.EN;

    WatchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var cursors = Optional.ofNullable(cursorFile).map(CursorFile::new);
        var start = cursors.flatMap(CursorFile::read).orElse(from);
        var query =
                new StreamQuery(stack.settings().address(Part.QUERY), filters(), start, !untilHead);
        var text = terminal.eventText(language);
        try (var feed = new EventFeed(query, EventFeed.DEAD_AFTER, this::notice)) {
            for (var message = feed.next(); message != null; message = feed.next()) {
                if (message instanceof StreamMessage.Event event) {
                    terminal.out()
                            .println(
                                    json
                                            ? InertText.ofJson(event.text())
                                            : text.line(event.json()));
                }
                if (terminal.out().checkError()) {
                    return unread();
                }
                var cursor = message.cursor();
                cursors.ifPresent(file -> file.store(cursor));
            }
        }
        return 0;
    }

    /// Who closes a pipe has read enough; what else cannot be written is a failure.
    private int unread() {
        if (terminal.isPiped()) {
            return 0;
        }
        throw new CommandException(
                "Could not write to standard output: is the disk full? What could not be printed"
                        + " comes again from the last cursor in --cursor-file");
    }

    private void notice(String line) {
        terminal.err().println(InertText.of(line));
    }

    private Map<String, List<String>> filters() {
        var filters = new LinkedHashMap<String, List<String>>();
        filters.put("company", companies);
        filters.put("type", types);
        filters.put("country", countries);
        filters.put("status", statuses);
        filters.put("currency", Optional.ofNullable(currency).stream().toList());
        filters.put("minimumAmount", Optional.ofNullable(minimumAmount).stream().toList());
        return filters;
    }
}
