package org.companytimeline.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.companytimeline.event.shape.Faults;
import org.companytimeline.event.shape.Pointer;
import org.companytimeline.event.shape.Rule;

/// The rule of a date stands beside the words that it read and the date that it gave.
///
/// The schema is that of posted events, where words can stand without a date: see [PostedWords].
final class WhenRule implements Rule<When> {

    @Override
    public boolean checkMembers(JsonNode json, Pointer at, Faults faults) {
        if (!json.has("rule") || json.has("text")) {
            return true;
        }
        faults.add(at.to("rule"), "stands without the text that it read; leave it out");
        return false;
    }

    @Override
    public void describe(ObjectNode schema) {
        schema.remove("required");
        schema.putArray("anyOf")
                .add(schema.objectNode().set("required", schema.arrayNode().add("edtf")))
                .add(schema.objectNode().set("required", schema.arrayNode().add("text")));
        schema.putObject("dependentRequired").putArray("rule").add("edtf").add("text");
        schema.put(
                "$comment",
                "Without edtf the text is read by the table of rules; JSON Schema can't say that it"
                        + " knows it, which is required then.");
    }
}
