package org.companytimeline.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.companytimeline.event.words.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Shows what is known about a company and its timeline.")
final class ShowCommand implements Callable<Integer> {
    private static final int SUGGESTIONS = 3;

    private final Terminal terminal;

    @Mixin private StackOptions stack = new StackOptions();

    @Parameters(paramLabel = "COMPANY", description = "The company's id, such as mistral-ai.")
    private String company = "";

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "The language of dates: en (default) or fr.")
    private Language language = Language.EN;

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var services = stack.services()) {
            show(services, company, "", language, terminal);
        }
        return 0;
    }

    /// Prints the company's timeline. After a write, `position` is what it answered, so that it can
    /// be seen.
    static void show(
            ServiceClient services,
            String company,
            String position,
            Language language,
            Terminal terminal) {
        var state =
                services.company(company, position).orElseThrow(() -> unknown(services, company));
        terminal.timelineText(language)
                .lines(state, services.timeline(company))
                .forEach(terminal.out()::println);
    }

    private static CommandException unknown(ServiceClient services, String company) {
        var nearest =
                services.search(company, SUGGESTIONS).stream()
                        .map(found ->
                                "%s (%s)"
                                        .formatted(
                                                found.path("id").asText(),
                                                found.path("name").asText()))
                        .collect(Collectors.joining(", "));
        return new CommandException(
                "No company has the id %s%s"
                        .formatted(company, nearest.isEmpty() ? "" : "; did you mean: " + nearest));
    }
}
