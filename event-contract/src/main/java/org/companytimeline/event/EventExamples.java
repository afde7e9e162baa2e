package org.companytimeline.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The approved examples, one file for each type: `<name>.v1.json` beside this class.
final class EventExamples {

    private EventExamples() {}

    static ObjectNode of(EventType type) {
        String file = type.name() + ".v1.json";
        try (InputStream json = EventExamples.class.getResourceAsStream(file)) {
            return (ObjectNode)
                    StrictJson.MAPPER.readTree(
                            Objects.requireNonNull(json, () -> "there is no example " + file));
        } catch (IOException fault) {
            throw new UncheckedIOException("could not read the example " + file, fault);
        }
    }
}
