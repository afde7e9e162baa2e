package org.companytimeline.event.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of at most [#MOST_ITEMS] items of one shape.
record ListShape<T>(Shape<T> item, boolean needsOne) implements Shape<List<T>> {

    /// At most so many founders, investors, customers, partners or sources in one event.
    static final int MOST_ITEMS = 100;

    @Override
    public @Nullable List<T> read(JsonNode json, Pointer at, Faults faults) {
        if (!json.isArray()) {
            faults.add(at, "must be an array, not " + Words.shown(json));
            return null;
        }
        if (json.isEmpty() && needsOne) {
            faults.add(at, "is empty; give at least one");
            return null;
        }
        if (json.size() > MOST_ITEMS) {
            faults.add(
                    at,
                    "has " + json.size() + " items; give at most " + MOST_ITEMS + " in one event");
            return null;
        }
        List<T> items = new ArrayList<>(json.size());
        boolean whole = true;
        for (int i = 0; i < json.size(); i++) {
            T value = item.read(json.get(i), at.to(i), faults);
            if (value == null) {
                whole = false;
            } else {
                items.add(value);
            }
        }
        return whole ? List.copyOf(items) : null;
    }

    @Override
    public void write(List<T> values, JsonGenerator out, KeyOrder order) throws IOException {
        out.writeStartArray();
        for (T value : values) {
            item.write(value, out, order);
        }
        out.writeEndArray();
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "array");
        if (needsOne) {
            schema.put("minItems", 1);
        }
        schema.put("maxItems", MOST_ITEMS).set("items", item.schema(definitions));
        return schema;
    }
}
