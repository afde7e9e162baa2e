package org.companytimeline.timeline.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.companytimeline.timeline.project.OtherNames;
import org.jspecify.annotations.Nullable;

/// Other names of a company as `{"given": […], "former": […], "aliases": […]}`; null for none.
final class OtherNamesJson {

    private static final JsonMapper JSON = new JsonMapper();

    private OtherNamesJson() {}

    static @Nullable String write(OtherNames names) {
        if (names.isEmpty()) {
            return null;
        }
        ObjectNode json = JSON.createObjectNode();
        addAll(json.putArray("given"), names.given());
        addAll(json.putArray("former"), names.former());
        addAll(json.putArray("aliases"), names.aliases());
        return json.toString();
    }

    static OtherNames read(@Nullable String text) {
        if (text == null) {
            return OtherNames.NONE;
        }
        try {
            JsonNode json = JSON.readTree(text);
            return new OtherNames(
                    texts(json.path("given")),
                    texts(json.path("former")),
                    texts(json.path("aliases")));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("reading the other names of a company", e);
        }
    }

    private static void addAll(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
