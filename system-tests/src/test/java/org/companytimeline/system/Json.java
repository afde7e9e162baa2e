package org.companytimeline.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;

/// JSON as the tests read it.
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static JsonNode of(HttpResponse<String> response) {
        return of(response.body());
    }

    static JsonNode of(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException failure) {
            throw new AssertionError("not JSON: " + text, failure);
        }
    }

    static List<JsonNode> items(HttpResponse<String> response) {
        return of(response).get("items").valueStream().toList();
    }
}
