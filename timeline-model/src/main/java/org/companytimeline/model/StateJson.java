package org.companytimeline.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import org.companytimeline.event.EventCodec;
import org.jspecify.annotations.Nullable;

/// Parts of a company's state in JSON: each ends with its `certainty` and with `facts`, the ids of
/// the facts it rests on.
///
/// @param asOf the day that is asked about; null where none is
record StateJson(@Nullable LocalDate asOf) {

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// The named fields of a fact's details, as they are, absent ones left out.
    static ObjectNode details(Fact fact, String... fields) {
        ObjectNode all = EventCodec.details(fact.details());
        ObjectNode some = object();
        for (String field : fields) {
            JsonNode value = all.get(field);
            if (value != null) {
                some.set(field, value);
            }
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

    /// The part with `certainty` and `facts`; without `certainty` where it rests on no fact.
    ObjectNode restingOn(ObjectNode part, Collection<Fact> facts) {
        facts.stream()
                .map(fact -> Certainty.of(fact, asOf))
                .min(Comparator.naturalOrder())
                .ifPresent(weakest -> part.put("certainty", weakest.jsonName()));
        ArrayNode ids = part.putArray("facts");
        facts.forEach(fact -> ids.add(fact.id().toString()));
        return part;
    }
}
