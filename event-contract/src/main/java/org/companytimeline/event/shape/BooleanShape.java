package org.companytimeline.event.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// `true` or `false`.
record BooleanShape() implements Shape<Boolean> {

    @Override
    public @Nullable Boolean read(JsonNode json, Pointer at, Faults faults) {
        if (!json.isBoolean()) {
            faults.add(at, "must be true or false, not " + Words.shown(json));
            return null;
        }
        return json.booleanValue();
    }

    @Override
    public void write(Boolean value, JsonGenerator out, KeyOrder order) throws IOException {
        out.writeBoolean(value);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return JsonNodeFactory.instance.objectNode().put("type", "boolean");
    }
}
