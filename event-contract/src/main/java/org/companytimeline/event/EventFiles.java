package org.companytimeline.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The approved files beside this class: `<name>.v1.json` and `<name>.v1.schema.json` of each type.
final class EventFiles {

    private EventFiles() {}

    static ObjectNode example(EventType type) {
        return read(type.name() + ".v1.json");
    }

    static ObjectNode schema(EventType type) {
        return read(type.name() + ".v1.schema.json");
    }

    private static ObjectNode read(String file) {
        try (InputStream json = EventFiles.class.getResourceAsStream(file)) {
            return (ObjectNode)
                    StrictJson.MAPPER.readTree(
                            Objects.requireNonNull(json, () -> "there is no file " + file));
        } catch (IOException fault) {
            throw new UncheckedIOException("could not read " + file, fault);
        }
    }
}
