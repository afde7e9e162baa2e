package org.companytimeline.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.companytimeline.event.shape.Definitions;
import org.companytimeline.event.shape.Faults;
import org.companytimeline.event.shape.KeyOrder;
import org.companytimeline.event.shape.Pointer;
import org.companytimeline.event.shape.Shape;
import org.companytimeline.event.shape.TextShape;
import org.companytimeline.event.shape.Words;
import org.jspecify.annotations.Nullable;

/// Any JSON object without control characters in its keys and strings.
record AnyObjectShape() implements Shape<ObjectNode> {

    @Override
    public @Nullable ObjectNode read(JsonNode json, Pointer at, Faults faults) {
        if (!(json instanceof ObjectNode object)) {
            faults.add(at, "must be an object, not " + Words.shown(json));
            return null;
        }
        checkCharacters(object, at, faults);
        return object;
    }

    private static void checkCharacters(JsonNode json, Pointer at, Faults faults) {
        if (json.isTextual()) {
            checkCharacters(json.textValue(), at, faults);
        }
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            checkCharacters(json.get(i), at.to(i), faults);
        }
        for (Map.Entry<String, JsonNode> property : json.properties()) {
            checkCharacters(property.getKey(), at.to(property.getKey()), faults);
            checkCharacters(property.getValue(), at.to(property.getKey()), faults);
        }
    }

    private static void checkCharacters(String text, Pointer at, Faults faults) {
        String unreadable = TextShape.unreadableCharacter(text);
        if (unreadable != null) {
            faults.addBeyondSchema(at, "holds the control character " + unreadable + "; remove it");
        }
    }

    @Override
    public void write(ObjectNode value, JsonGenerator out, KeyOrder order) throws IOException {
        CanonicalJson.write(value, out);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "object")
                .put(
                        "$comment",
                        "JSON Schema can't say that no string in it, at any depth, holds a control"
                                + " character, which is required.");
    }
}
