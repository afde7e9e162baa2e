package org.companytimeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.companytimeline.mapping.Mapping;
import org.companytimeline.mapping.MappingReading;
import org.companytimeline.mapping.ShippedMappings;

/// A mapping as it is named on the command line.
///
/// @param text as it is written
record MappingFile(Mapping mapping, String text) {
    /// @param name of a shipped mapping, or of a file
    /// @throws CommandException where there is none, or with all its faults
    static MappingFile of(String name) {
        if (ShippedMappings.names().contains(name)) {
            return read(name, ShippedMappings.text(name));
        }
        try {
            return read(name, Files.readString(Path.of(name)));
        } catch (NoSuchFileException e) {
            throw new CommandException(
                    "There is no mapping %s: name a file, or one of %s"
                            .formatted(name, String.join(", ", ShippedMappings.names())),
                    e);
        } catch (IOException e) {
            throw new CommandException(
                    "Could not read the mapping %s: %s".formatted(name, ServiceClient.reason(e)),
                    e);
        }
    }

    private static MappingFile read(String name, String text) {
        return switch (Mapping.read(text)) {
            case MappingReading.Valid valid -> new MappingFile(valid.mapping(), text);
            case MappingReading.Faulty faulty ->
                    throw new CommandException(
                            "The mapping %s has faults; no row was read. %s"
                                    .formatted(
                                            name,
                                            faulty.faults().stream()
                                                    .map(Object::toString)
                                                    .collect(Collectors.joining("; "))));
        };
    }
}
