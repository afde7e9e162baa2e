package org.companytimeline.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.companytimeline.event.shape.Pointer;

/// Reads recorded events back.
final class RecordedReader {

    private RecordedReader() {}

    static RecordedEvent read(byte[] json) {
        return switch (StrictJson.read(json)) {
            case StrictJson.Unreadable unreadable -> throw refusal(unreadable.fault());
            case StrictJson.Document document -> read(document.json());
        };
    }

    private static RecordedEvent read(JsonNode json) {
        if (!(json instanceof ObjectNode recorded)) {
            throw refusal("no object");
        }
        FaultList faults = new FaultList();
        Event event = EventReader.read(recorded, faults);
        Instant recordedAt =
                Scalars.INSTANT.read(
                        recorded.path("recordedAt"), Pointer.ROOT.to("recordedAt"), faults);
        if (!recorded.has("id") || !recorded.has("publisher")) {
            throw refusal("id or publisher is missing");
        }
        if (event == null || recordedAt == null || !faults.isEmpty()) {
            throw refusal(faults.toList());
        }
        return new RecordedEvent(
                event, Position.parse(recorded.path("position").asText()), recordedAt);
    }

    private static IllegalArgumentException refusal(Object cause) {
        return new IllegalArgumentException("not a recorded event of a known type: " + cause);
    }
}
