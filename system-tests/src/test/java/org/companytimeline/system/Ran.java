package org.companytimeline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A command that has ended.
///
/// @param printed on standard output and standard error
record Ran(int exitCode, String printed) {

    /// Runs it to its end.
    static Ran of(ProcessBuilder command) {
        try {
            Process process = command.redirectErrorStream(true).start();
            try (var out = process.inputReader(StandardCharsets.UTF_8)) {
                String printed = out.readAllAsString();
                return new Ran(process.onExit().join().exitValue(), printed);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("running " + command.command(), failure);
        }
    }
}
