package org.companytimeline.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.companytimeline.event.shape.Decimals;

/// Any JSON in one form: keys sorted, numbers without trailing zeros.
final class CanonicalJson {

    private CanonicalJson() {}

    static void write(JsonNode json, JsonGenerator out) throws IOException {
        switch (json.getNodeType()) {
            case OBJECT -> {
                out.writeStartObject();
                Map<String, JsonNode> sorted = new TreeMap<>();
                json.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
                for (Map.Entry<String, JsonNode> entry : sorted.entrySet()) {
                    out.writeFieldName(entry.getKey());
                    write(entry.getValue(), out);
                }
                out.writeEndObject();
            }
            case ARRAY -> {
                out.writeStartArray();
                for (JsonNode item : json) {
                    write(item, out);
                }
                out.writeEndArray();
            }
            case NUMBER -> out.writeNumber(Decimals.print(json.decimalValue()));
            default -> out.writeTree(json);
        }
    }
}
