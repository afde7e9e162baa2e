package org.companytimeline.event.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One of a closed list of strings.
public final class ChoiceShape<T> implements Shape<T> {

    private final String name;
    private final Map<String, T> byText;
    private final Map<T, String> texts = new HashMap<>();

    /// @param name what it is called in the JSON Schema
    /// @param byText the values by the strings that stand for them, in the order of listing
    public ChoiceShape(String name, Map<String, T> byText) {
        this.name = name;
        this.byText = Collections.unmodifiableMap(new LinkedHashMap<>(byText));
        byText.forEach((text, value) -> texts.put(value, text));
    }

    /// An enum's constants, in kebab case.
    public static <E> ChoiceShape<E> of(Class<E> type) {
        Map<String, E> byText = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            byText.put(Words.kebab(((Enum<?>) constant).name()), constant);
        }
        return new ChoiceShape<>(type.getSimpleName(), byText);
    }

    @Override
    public @Nullable T read(JsonNode json, Pointer at, Faults faults) {
        if (!json.isTextual()) {
            faults.add(
                    at, "must be one of the allowed strings, not " + Words.shown(json), allowed());
            return null;
        }
        T value = byText.get(json.textValue());
        if (value == null) {
            String hint =
                    Words.nearest(json.textValue(), byText.keySet())
                            .map(nearest -> "did you mean \"" + nearest + "\"?")
                            .orElse("take one of the allowed values");
            faults.add(at, Words.shown(json) + " is not known here; " + hint, allowed());
        }
        return value;
    }

    private List<String> allowed() {
        return List.copyOf(byText.keySet());
    }

    @Override
    public void write(T value, JsonGenerator out, KeyOrder order) throws IOException {
        out.writeString(texts.get(value));
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return definitions.refer(
                name,
                () -> {
                    ObjectNode schema = JsonNodeFactory.instance.objectNode();
                    byText.keySet().forEach(schema.putArray("enum")::add);
                    return schema;
                });
    }
}
