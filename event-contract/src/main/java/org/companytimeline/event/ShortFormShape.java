package org.companytimeline.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Function;
import org.companytimeline.event.shape.Definitions;
import org.companytimeline.event.shape.Faults;
import org.companytimeline.event.shape.KeyOrder;
import org.companytimeline.event.shape.Pointer;
import org.companytimeline.event.shape.Shape;
import org.jspecify.annotations.Nullable;

/// An object that a plain string can stand for; it is always written whole.
///
/// @param whole the object
/// @param brief the string
/// @param expand the value that a string stands for
record ShortFormShape<T, B>(Shape<T> whole, Shape<B> brief, Function<B, T> expand)
        implements Shape<T> {

    @Override
    public @Nullable T read(JsonNode json, Pointer at, Faults faults) {
        if (!json.isTextual()) {
            return whole.read(json, at, faults);
        }
        B value = brief.read(json, at, faults);
        return value == null ? null : expand.apply(value);
    }

    @Override
    public void write(T value, JsonGenerator out, KeyOrder order) throws IOException {
        whole.write(value, out, order);
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.putArray("anyOf").add(brief.schema(definitions)).add(whole.schema(definitions));
        return schema;
    }
}
