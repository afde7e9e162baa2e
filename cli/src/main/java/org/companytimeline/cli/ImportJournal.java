package org.companytimeline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// The file in which an import that did not end keeps how far it came. It is replaced whole, so a
/// kill leaves the earlier or the later state.
final class ImportJournal {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Path next;

    ImportJournal(Path file) {
        this.file = file;
        next = file.resolveSibling(file.getFileName() + ".next");
    }

    /// What is kept.
    ///
    /// @param log a cursor of the log into which it went
    /// @param rejects the file of refused rows
    record Entry(String log, String rejects, ImportPoint point) {}

    /// Empty where nothing is kept, or nothing that this version can read.
    Optional<Entry> read() {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), Entry.class));
        } catch (NoSuchFileException | JsonProcessingException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CommandException("Could not read %s: %s".formatted(file, e), e);
        }
    }

    void store(Entry entry) {
        try {
            Files.write(next, JSON.writeValueAsBytes(entry));
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandException("Could not store %s: %s".formatted(file, e), e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CommandException("Could not remove %s: %s".formatted(file, e), e);
        }
    }
}
