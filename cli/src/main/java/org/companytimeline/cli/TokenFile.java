package org.companytimeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that holds a bearer token.
final class TokenFile {
    private TokenFile() {}

    static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CommandException(
                    "Could not read the token %s: start the stack first (./timeline up), or name another with --token-file"
                            .formatted(file),
                    e);
        }
    }
}
