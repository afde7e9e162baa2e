package org.companytimeline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "post",
        description =
                "Posts the events of a file and prints a line for each: its id and position, or"
                        + " what to change.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all events were taken", "1:it failed", "2:some events were refused"})
final class PostCommand implements Callable<Integer> {
    private static final int SOME_REFUSED = 2;

    private final Terminal terminal;

    @Mixin private StackOptions stack = new StackOptions();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "The bearer token to post with (default: tokens/publisher.jwt in the data"
                            + " directory).")
    private @Nullable Path tokenFile;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "Newline-delimited JSON, one JSON object, or a JSON array; - is standard"
                            + " input.")
    private String file = "-";

    PostCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var token = token();
        try (var services = stack.services();
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        open(), StandardCharsets.UTF_8.newDecoder()))) {
            var posting = new EventPosting(services, token);
            posting.postAll(
                    new EventFile(in), report -> report.lines().forEach(terminal.out()::println));
            terminal.err().printf("%d taken, %d refused%n", posting.taken(), posting.refused());
            return posting.refused() == 0 ? 0 : SOME_REFUSED;
        } catch (CharacterCodingException e) {
            throw new CommandException("%s is not UTF-8".formatted(file), e);
        } catch (IOException e) {
            throw new CommandException("Could not read %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private InputStream open() throws IOException {
        try {
            return file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new CommandException("There is no file %s".formatted(file), e);
        }
    }

    private String token() {
        return TokenFile.read(
                Optional.ofNullable(tokenFile)
                        .orElseGet(() -> stack.settings().tokens().resolve("publisher.jwt")));
    }
}
