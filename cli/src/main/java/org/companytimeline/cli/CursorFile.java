package org.companytimeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// The file in which a cursor outlives the command: one line, always whole.
final class CursorFile {
    private final Path file;
    private final Path next;
    private String stored = "";

    CursorFile(Path file) {
        this.file = file;
        next = file.resolveSibling(file.getFileName() + ".next");
    }

    /// Empty if there is no such file yet.
    Optional<String> read() {
        try {
            var cursor = Files.readString(file).strip();
            if (cursor.isEmpty()) {
                throw new CommandException("%s holds no cursor: remove it".formatted(file));
            }
            return Optional.of(cursor);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CommandException(
                    "Could not read the cursor from %s: %s".formatted(file, e), e);
        }
    }

    /// Replaces what was stored, at once.
    void store(String cursor) {
        if (cursor.equals(stored)) {
            return;
        }
        try {
            Files.writeString(next, cursor + "\n");
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandException(
                    "Could not store the cursor in %s: %s".formatted(file, e), e);
        }
        stored = cursor;
    }
}
