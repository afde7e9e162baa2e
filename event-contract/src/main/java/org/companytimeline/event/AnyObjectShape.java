package org.companytimeline.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.companytimeline.event.shape.Definitions;
import org.companytimeline.event.shape.Faults;
import org.companytimeline.event.shape.KeyOrder;
import org.companytimeline.event.shape.Pointer;
import org.companytimeline.event.shape.Shape;
import org.companytimeline.event.shape.TextShape;
import org.companytimeline.event.shape.Words;
import org.jspecify.annotations.Nullable;

/// Any JSON object without control characters in its keys and strings, whose numbers can be written
/// in one way.
record AnyObjectShape() implements Shape<ObjectNode> {

    /// Digits of a number but for zeros at either end; in normal form it is then shorter than
    /// [StrictJson#MOST_DIGITS], so it can be read again.
    static final int MOST_DIGITS = 60;

    @Override
    public @Nullable ObjectNode read(JsonNode json, Pointer at, Faults faults) {
        if (!(json instanceof ObjectNode object)) {
            faults.add(at, "must be an object, not " + Words.shown(json));
            return null;
        }
        return isReadable(object, at, faults) ? object : null;
    }

    private static boolean isReadable(JsonNode json, Pointer at, Faults faults) {
        boolean readable = !json.isTextual() || isReadable(json.textValue(), at, faults);
        readable &= !json.isNumber() || isReadable(json.decimalValue(), at, faults);
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            readable &= isReadable(json.get(i), at.to(i), faults);
        }
        for (Map.Entry<String, JsonNode> property : json.properties()) {
            Pointer there = at.to(property.getKey());
            readable &= isReadable(property.getKey(), there, faults);
            readable &= isReadable(property.getValue(), there, faults);
        }
        return readable;
    }

    private static boolean isReadable(String text, Pointer at, Faults faults) {
        String unreadable = TextShape.unreadableCharacter(text);
        if (unreadable != null) {
            faults.addBeyondSchema(at, "holds the control character " + unreadable + "; remove it");
        }
        return unreadable == null;
    }

    private static boolean isReadable(BigDecimal number, Pointer at, Faults faults) {
        boolean readable = number.stripTrailingZeros().precision() <= MOST_DIGITS;
        if (!readable) {
            faults.addBeyondSchema(at, "has more than " + MOST_DIGITS + " digits; round it");
        }
        return readable;
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
                                + " character, and that no number has more than "
                                + MOST_DIGITS
                                + " digits, which is required.");
    }
}
