package org.companytimeline.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.companytimeline.event.When;

/// A date as readers get it: `{edtf, earliest, latest, text, anchor}`, absent values left out.
final class WhenJson {

    private WhenJson() {}

    static ObjectNode of(When when) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("edtf", when.edtf().toString());
        when.edtf().earliest().ifPresent(day -> json.put("earliest", day.toString()));
        when.edtf().latest().ifPresent(day -> json.put("latest", day.toString()));
        if (when.text() != null) {
            json.put("text", when.text());
        }
        if (when.anchor() != null) {
            json.put("anchor", when.anchor().toString());
        }
        return json;
    }
}
