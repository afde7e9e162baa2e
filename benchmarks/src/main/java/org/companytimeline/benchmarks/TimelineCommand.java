package org.companytimeline.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.companytimeline.local.StackSettings;

/// The command `./timeline` as a user runs it, against one local stack.
record TimelineCommand(StackSettings settings) {

    /// How it went.
    ///
    /// @param lines what it printed to standard output
    /// @param seconds from its start to its end
    record Ran(int exit, List<String> lines, double seconds, CommandMemory memory) {

        /// The line that says so, or an error with all of them.
        String line(String part) {
            return lines.stream()
                    .filter(line -> line.contains(part))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException(
                                    "No line says \"%s\"; exit code %d, %s"
                                            .formatted(part, exit, lines)));
        }
    }

    /// Runs it to its end. What it prints to standard error is kept beside the logs of the stack.
    Ran run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(settings.repository().resolve("timeline").toString());
        command.addAll(List.of(arguments));
        command.addAll(
                List.of(
                        "--data",
                        settings.data().toString(),
                        "--base-port",
                        Integer.toString(settings.basePort())));
        Files.createDirectories(settings.logs());
        Path errors = settings.logs().resolve("timeline-command.log");
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                        .start();
        try {
            CommandMemory memory = CommandMemory.of(process);
            List<String> lines = new ArrayList<>();
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    lines.add(line);
                }
            }
            int exit = process.waitFor();
            return new Ran(exit, lines, (System.nanoTime() - start) / 1e9, memory);
        } finally {
            process.destroy();
        }
    }
}
