package org.companytimeline.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that tells where an export goes.
final class ExportOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "The file to write, there only once it is whole; compressed if its name ends"
                            + " in .gz. Without it standard output, if that is no terminal.")
    private @Nullable Path file;

    ExportFile open(Terminal terminal) {
        if (file != null) {
            return ExportFile.named(file);
        }
        if (terminal.isWatched()) {
            throw new CommandException(
                    "Standard output is a terminal: name a file with -o, or send it through a"
                            + " pipe");
        }
        return ExportFile.of(terminal.out());
    }
}
