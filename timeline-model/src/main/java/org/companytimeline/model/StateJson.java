package org.companytimeline.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.companytimeline.event.EventCodec;
import org.jspecify.annotations.Nullable;

/// Parts of a company's state in JSON: each ends with `facts`, the ids of the facts it rests on.
final class StateJson {

    private StateJson() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// The named fields of a fact's details, as they are, absent ones left out.
    static ObjectNode details(Fact fact, String... fields) {
        ObjectNode all = EventCodec.details(fact.details());
        ObjectNode some = object();
        for (String field : fields) {
            copy(all, field, some, field);
        }
        return some;
    }

    /// One field of a fact's details; null where it is absent.
    static @Nullable JsonNode detail(Fact fact, String field) {
        return EventCodec.details(fact.details()).get(field);
    }

    static ObjectNode when(ObjectNode part, String name, Fact fact) {
        part.set(name, WhenJson.of(fact.when()));
        return part;
    }

    static ObjectNode restingOn(ObjectNode part, Iterable<Fact> facts) {
        ArrayNode ids = part.putArray("facts");
        facts.forEach(fact -> ids.add(fact.id().toString()));
        return part;
    }

    private static void copy(ObjectNode from, String field, ObjectNode to, String name) {
        JsonNode value = from.get(field);
        if (value != null) {
            to.set(name, value);
        }
    }
}
