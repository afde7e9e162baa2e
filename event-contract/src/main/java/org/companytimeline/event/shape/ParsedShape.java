package org.companytimeline.event.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is a string in JSON, such as a date or an id.
///
/// @param name what it is called in the JSON Schema
/// @param parse throws an `IllegalArgumentException` whose message says what to change
/// @param print the one way in which it is written
/// @param description its JSON Schema
public record ParsedShape<T>(
        String name,
        Function<String, T> parse,
        Function<T, String> print,
        Supplier<ObjectNode> description)
        implements Shape<T> {

    @Override
    public @Nullable T read(JsonNode json, Pointer at, Faults faults) {
        if (!json.isTextual()) {
            faults.add(at, "must be a string, not " + Words.shown(json));
            return null;
        }
        try {
            return parse.apply(json.textValue());
        } catch (IllegalArgumentException refusal) {
            faults.add(at, String.valueOf(refusal.getMessage()));
            return null;
        }
    }

    @Override
    public void write(T value, JsonGenerator out, KeyOrder order) throws IOException {
        out.writeString(print.apply(value));
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return definitions.refer(name, description);
    }
}
