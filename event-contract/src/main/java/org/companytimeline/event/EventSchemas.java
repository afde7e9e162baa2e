package org.companytimeline.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.companytimeline.event.shape.Definitions;

/// The JSON Schemas of the short form, read off the records. What they give lies as approved files
/// in the repository, and those are served (see [EventFiles]).
final class EventSchemas {

    private EventSchemas() {}

    static ObjectNode of(EventType type) {
        Definitions definitions = new Definitions();
        ObjectNode schema =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                        .put("$id", "urn:" + type.cloudEventType().replace('.', ':'))
                        .put("title", type.name());
        schema.setAll(EventShapes.of(type).objectSchema(definitions));
        schema.set("$defs", definitions.toJson());
        return schema;
    }

    /// As it lies in the repository: objects on lines of their own, arrays on one line.
    static String print(ObjectNode schema) {
        try {
            return StrictJson.MAPPER
                            .writer(
                                    new DefaultPrettyPrinter(
                                                    Separators.createDefaultInstance()
                                                            .withObjectFieldValueSpacing(
                                                                    Separators.Spacing.AFTER))
                                            .withObjectIndenter(new DefaultIndenter("  ", "\n")))
                            .writeValueAsString(schema)
                    + "\n";
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("could not write the schema", fault);
        }
    }
}
