package org.companytimeline.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.stream.Collectors;
import org.companytimeline.event.shape.Definitions;
import org.companytimeline.event.shape.Faults;
import org.companytimeline.event.shape.KeyOrder;
import org.companytimeline.event.shape.Pointer;
import org.companytimeline.event.shape.Shape;
import org.companytimeline.event.shape.Words;
import org.jspecify.annotations.Nullable;

/// The mark of an operator: `true` on annotations alone; `false` says the same as nothing.
enum OperatorShape implements Shape<Boolean> {
    ON_ANNOTATIONS,
    ELSEWHERE;

    @Override
    public @Nullable Boolean read(JsonNode json, Pointer at, Faults faults) {
        if (!json.isBoolean()) {
            faults.add(at, "must be true or false, not " + Words.shown(json));
            return null;
        }
        if (json.booleanValue() && this == ELSEWHERE) {
            faults.add(at, "is true, which it may be only on " + annotations() + "; leave it out");
            return null;
        }
        return json.booleanValue();
    }

    private static String annotations() {
        return EventType.all().stream()
                .filter(EventType::isAnnotation)
                .map(EventType::name)
                .collect(Collectors.joining(", "));
    }

    @Override
    public void write(Boolean value, JsonGenerator out, KeyOrder order) throws IOException {
        out.writeBoolean(value);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        return switch (this) {
            case ON_ANNOTATIONS ->
                    schema.put("description", "true needs the scope operate")
                            .put("type", "boolean");
            case ELSEWHERE ->
                    schema.put("description", "true only on annotations").put("const", false);
        };
    }
}
