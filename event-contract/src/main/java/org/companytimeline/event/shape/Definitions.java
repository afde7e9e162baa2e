package org.companytimeline.event.shape;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// The named parts of one JSON Schema, its `$defs`.
public final class Definitions {

    private final Map<String, ObjectNode> byName = new TreeMap<>();

    /// A reference to the part of that name, which is described at its first mention.
    public ObjectNode refer(String name, Supplier<ObjectNode> description) {
        if (!byName.containsKey(name)) {
            byName.put(name, JsonNodeFactory.instance.objectNode());
            byName.put(name, description.get());
        }
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/$defs/" + name);
    }

    /// All parts by name.
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        byName.forEach(json::set);
        return json;
    }
}
