package org.companytimeline.cli;

import org.companytimeline.local.LocalStackException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/// The command `timeline`.
@Command(
        name = "timeline",
        description = "Keeps the history of companies as a log of sourced events, and serves it.",
        synopsisSubcommandLabel = "COMMAND")
public final class Timeline implements Runnable {
    private static final int FAILED = 1;

    private Timeline() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(new Terminal()).execute(arguments));
    }

    private static CommandLine commandLine(Terminal terminal) {
        var command =
                new CommandLine(new Timeline())
                        .addSubcommand(new UpCommand(terminal))
                        .addSubcommand(new PostCommand(terminal))
                        .addSubcommand(new ImportCommand(terminal))
                        .addSubcommand(new ShowCommand(terminal))
                        .addSubcommand(new WatchCommand(terminal))
                        .addSubcommand(new ExportCommand(terminal));
        command.setExecutionExceptionHandler((exception, _, _) -> {
            if (!(exception instanceof CommandException
                    || exception instanceof LocalStackException)) {
                throw exception;
            }
            terminal.err().println(exception.getMessage());
            return FAILED;
        });
        command.setCaseInsensitiveEnumValuesAllowed(true);
        addHabits(command);
        return command;
    }

    /// The same help and exit codes everywhere.
    private static void addHabits(CommandLine command) {
        addHelp(command);
        for (var each : command.getSubcommands().values()) {
            each.getCommandSpec()
                    .exitCodeOnInvalidInput(FAILED)
                    .exitCodeOnExecutionException(FAILED);
            addHabits(each);
        }
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(
                        OptionSpec.builder("-h", "--help")
                                .usageHelp(true)
                                .description("Shows this help.")
                                .build());
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(new CommandLine(this), "Which command?");
    }
}
