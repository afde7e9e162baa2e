package org.companytimeline.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.companytimeline.event.When;

/// A date as readers get it: `{edtf, earliest, latest, text, anchor, rule}`, absent values left
/// out.
final class WhenJson {

    private WhenJson() {}

    static ObjectNode of(When when) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        fields(when).forEach(json::put);
        return json;
    }

    static void write(JsonGenerator json, When when) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, String> field : fields(when).entrySet()) {
            json.writeStringField(field.getKey(), field.getValue());
        }
        json.writeEndObject();
    }

    private static Map<String, String> fields(When when) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("edtf", when.edtf().toString());
        when.edtf().earliest().ifPresent(day -> fields.put("earliest", day.toString()));
        when.edtf().latest().ifPresent(day -> fields.put("latest", day.toString()));
        if (when.text() != null) {
            fields.put("text", when.text());
        }
        if (when.anchor() != null) {
            fields.put("anchor", when.anchor().toString());
        }
        if (when.rule() != null) {
            fields.put("rule", when.rule());
        }
        return fields;
    }
}
