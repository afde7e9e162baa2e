package org.companytimeline.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.companytimeline.event.shape.Pointer;

/// Reads the short form as it is posted.
final class PostedReader {

    private PostedReader() {}

    static Decoded read(byte[] json, PostedDefaults defaults) {
        return switch (StrictJson.read(json)) {
            case StrictJson.Unreadable unreadable ->
                    new Decoded.Malformed(false, List.of(unreadable.fault()));
            case StrictJson.Document document -> read(document.json(), defaults);
        };
    }

    private static Decoded read(JsonNode json, PostedDefaults defaults) {
        FaultList faults = new FaultList();
        if (!(json instanceof ObjectNode posted)) {
            faults.add(Pointer.ROOT, "must be a JSON object with an event in the short form");
            return new Decoded.Malformed(true, faults.toList());
        }
        if (!posted.has("id")) {
            posted.put("id", defaults.id().toString());
        }
        if (!posted.has("publisher")) {
            posted.put("publisher", defaults.publisher());
        }
        checkPublisher(posted.path("publisher"), defaults, faults);
        checkOperator(posted.path("operator"), defaults, faults);
        PostedWords.resolve(posted, faults);
        Event event = EventReader.read(posted, faults);
        return event == null || !faults.isEmpty()
                ? new Decoded.Malformed(true, faults.toList())
                : new Decoded.Known(event);
    }

    private static void checkOperator(
            JsonNode operator, PostedDefaults defaults, FaultList faults) {
        if (operator.booleanValue() && !defaults.mayNameAnother()) {
            faults.addBeyondSchema(
                    Pointer.ROOT.to("operator"),
                    "is true, which needs a token with the scope operate; leave it out");
        }
    }

    private static void checkPublisher(
            JsonNode publisher, PostedDefaults defaults, FaultList faults) {
        if (publisher.isTextual()
                && !defaults.mayNameAnother()
                && !publisher.textValue().equals(defaults.publisher())) {
            faults.addBeyondSchema(
                    Pointer.ROOT.to("publisher"),
                    "is another publisher than the token's, "
                            + defaults.publisher()
                            + "; leave it out");
        }
    }
}
