package org.companytimeline.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.companytimeline.event.Decoded;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.EventType;
import org.companytimeline.event.Fault;
import org.companytimeline.event.PostedDefaults;
import org.jspecify.annotations.Nullable;

/// One event that a mapping makes of a row.
///
/// @param name by which the mapping calls it
/// @param members the event in short form, without type and id
/// @param onlyWith details without which there is no such event
/// @param key what makes the row's own identity; empty for the whole row
record EventRule(
        String mapping,
        String name,
        EventType type,
        Condition condition,
        Expressions.OfMembers members,
        List<String> onlyWith,
        List<Expression> key) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String ANY_PUBLISHER = "https://publisher.example";

    /// The event; null where the row gives none, or is refused.
    ///
    /// @param row the fields of the whole row, as they were
    @Nullable MappedEvent of(Cells cells, List<String> row, Refusals refusals) {
        List<String> identity = identity(cells, row, refusals);
        JsonNode said = members.of(cells, refusals);
        if (!refusals.isEmpty() || identity == null || said == null || lacks(said)) {
            return null;
        }
        UUID id = EventIds.of(mapping, name, identity);
        ObjectNode event =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", id.toString())
                        .put("type", type.name());
        if (said instanceof ObjectNode object) {
            event.setAll(object);
        }
        byte[] json = bytes(event);
        return switch (EventCodec.decodePosted(json, new PostedDefaults(id, ANY_PUBLISHER, true))) {
            case Decoded.Known known ->
                    new MappedEvent(id, known.event().company().id().value(), json);
            case Decoded.Malformed malformed -> {
                malformed.faults().forEach(fault -> refuse(fault, refusals));
                yield null;
            }
            case Decoded.Unknown unknown ->
                    throw new IllegalStateException("the contract does not know " + unknown.type());
        };
    }

    private boolean lacks(JsonNode event) {
        return !onlyWith.stream().allMatch(event.path("details")::has);
    }

    private @Nullable List<String> identity(Cells cells, List<String> row, Refusals refusals) {
        if (key.isEmpty()) {
            return row;
        }
        List<String> identity = new ArrayList<>();
        boolean given = false;
        for (Expression part : key) {
            JsonNode value = part.of(cells, refusals);
            identity.add(value == null ? "" : value.asText());
            given |= value != null;
        }
        if (!given) {
            key.forEach(part ->
                    refusals.add(part.columns(), "is empty, and is the row's own identity"));
            return null;
        }
        return identity;
    }

    private void refuse(Fault fault, Refusals refusals) {
        List<String> path =
                Arrays.stream(fault.pointer().split("/", -1))
                        .filter(part -> !part.isEmpty())
                        .toList();
        refusals.add(
                members.columnsAt(path),
                "gives %s %s, which %s"
                                .formatted(type.name(), String.join(".", path), fault.detail())
                        + (fault.allowed().isEmpty() || fault.allowed().size() > 12
                                ? ""
                                : " (allowed: " + String.join(", ", fault.allowed()) + ")"));
    }

    private static byte[] bytes(ObjectNode event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("could not write an event", fault);
        }
    }
}
