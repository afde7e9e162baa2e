package org.companytimeline.event.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// How one kind of value looks in JSON.
public interface Shape<T> {

    /// The value, or null after at least one fault was taken down.
    @Nullable T read(JsonNode json, Pointer at, Faults faults);

    /// Writes the value in normal form: one way of writing for each value.
    void write(T value, JsonGenerator out, KeyOrder order) throws IOException;

    /// Its JSON Schema (2020-12); what has a name goes to `definitions` and is referred to.
    ObjectNode schema(Definitions definitions);
}
