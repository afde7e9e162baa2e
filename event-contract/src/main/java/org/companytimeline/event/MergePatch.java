package org.companytimeline.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// JSON merge patches (RFC 7396): objects are merged, `null` takes away, all else replaces.
final class MergePatch {

    private MergePatch() {}

    /// Patches one member of an object in place. The patch itself stays as it is.
    static void apply(ObjectNode object, String name, JsonNode patch) {
        if (patch.isNull()) {
            object.remove(name);
        } else if (patch instanceof ObjectNode members) {
            ObjectNode merged =
                    object.get(name) instanceof ObjectNode old
                            ? old
                            : JsonNodeFactory.instance.objectNode();
            members.properties()
                    .forEach(member -> apply(merged, member.getKey(), member.getValue()));
            object.set(name, merged);
        } else {
            object.set(name, patch.deepCopy());
        }
    }
}
