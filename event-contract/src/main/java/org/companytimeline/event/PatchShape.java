package org.companytimeline.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.companytimeline.event.shape.Definitions;
import org.companytimeline.event.shape.Faults;
import org.companytimeline.event.shape.KeyOrder;
import org.companytimeline.event.shape.Pointer;
import org.companytimeline.event.shape.Shape;
import org.companytimeline.event.shape.Words;
import org.jspecify.annotations.Nullable;

/// A JSON merge patch (RFC 7396) over an object with these members; `null` takes one away where
/// that is possible.
final class PatchShape implements Shape<ObjectNode> {

    /// @param removable whether the member may be taken away
    private record Part(Shape<?> shape, boolean removable) {

        boolean accepts(JsonNode json, Pointer at, Faults faults) {
            if (json.isNull() && !removable) {
                faults.add(at, "is null, but it can't be taken away; give its new value");
            }
            return json.isNull() ? removable : shape.read(json, at, faults) != null;
        }

        JsonNode schema(Definitions definitions) {
            ObjectNode schema = shape.schema(definitions);
            if (!removable) {
                return schema;
            }
            ObjectNode orNull = JsonNodeFactory.instance.objectNode();
            orNull.putArray("anyOf").add(schema).addObject().put("type", "null");
            return orNull;
        }
    }

    private final Map<String, Part> parts;

    private PatchShape(Map<String, Part> parts) {
        this.parts = parts;
    }

    static PatchShape empty() {
        return new PatchShape(Map.of());
    }

    PatchShape with(String name, Shape<?> shape) {
        return with(name, new Part(shape, false));
    }

    PatchShape withRemovable(String name, Shape<?> shape) {
        return with(name, new Part(shape, true));
    }

    private PatchShape with(String name, Part part) {
        Map<String, Part> more = new LinkedHashMap<>(parts);
        more.put(name, part);
        return new PatchShape(more);
    }

    @Override
    public @Nullable ObjectNode read(JsonNode json, Pointer at, Faults faults) {
        if (!(json instanceof ObjectNode patch)) {
            faults.add(at, "must be an object, not " + Words.shown(json));
            return null;
        }
        if (patch.isEmpty()) {
            faults.add(at, "is empty; name what changes", names());
            return null;
        }
        boolean whole = true;
        for (Map.Entry<String, JsonNode> property : patch.properties()) {
            Pointer there = at.to(property.getKey());
            Part part = parts.get(property.getKey());
            if (part == null) {
                faults.add(
                        there,
                        Words.quoted(property.getKey())
                                + " can't be changed; only the allowed ones can. For another"
                                + " company or type retract the event and post a new one",
                        names());
                whole = false;
            } else {
                whole &= part.accepts(property.getValue(), there, faults);
            }
        }
        return whole ? patch : null;
    }

    private List<String> names() {
        return List.copyOf(parts.keySet());
    }

    @Override
    public void write(ObjectNode value, JsonGenerator out, KeyOrder order) throws IOException {
        CanonicalJson.write(value, out);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        parts.forEach((name, part) -> properties.set(name, part.schema(definitions)));
        return schema.put("minProperties", 1).put("additionalProperties", false);
    }
}
