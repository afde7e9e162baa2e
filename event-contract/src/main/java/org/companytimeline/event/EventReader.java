package org.companytimeline.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.companytimeline.event.shape.Pointer;
import org.companytimeline.event.shape.RecordShape;
import org.companytimeline.event.shape.Words;
import org.jspecify.annotations.Nullable;

/// Reads the short form of an event, taking down every fault.
final class EventReader {

    private EventReader() {}

    /// The event that a document is; null after at least one fault.
    static @Nullable Event read(ObjectNode json, FaultList faults) {
        Optional<EventType> type = type(json, faults);
        RecordShape<Event> shape = type.map(EventShapes::of).orElse(EventShapes.OF_UNKNOWN_TYPE);
        if (type.isEmpty()) {
            shape.check(json, Pointer.ROOT, faults);
            return null;
        }
        return shape.read(json, Pointer.ROOT, faults);
    }

    private static Optional<EventType> type(ObjectNode json, FaultList faults) {
        JsonNode type = json.get("type");
        if (type == null) {
            faults.add(at(), "is missing; name one of the allowed types", names());
            return Optional.empty();
        }
        Optional<EventType> named =
                type.isTextual() ? EventType.named(type.textValue()) : Optional.empty();
        if (named.isEmpty()) {
            String hint =
                    Words.nearest(type.asText(), names())
                            .map(nearest -> "did you mean \"" + nearest + "\"?")
                            .orElse("name one of the allowed types");
            faults.add(at(), Words.shown(type) + " is no known type of event; " + hint, names());
        }
        return named;
    }

    private static Pointer at() {
        return Pointer.ROOT.to("type");
    }

    private static List<String> names() {
        return EventType.all().stream().map(EventType::name).toList();
    }
}
