package org.companytimeline.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.companytimeline.event.shape.Definitions;

/// The JSON Schemas of the short form, read off the records.
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
}
