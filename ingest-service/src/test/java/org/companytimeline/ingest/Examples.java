package org.companytimeline.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.companytimeline.event.EventType;

/// Events to post.
final class Examples {

    private Examples() {}

    /// A relocation of a company that no other test posts to.
    static ObjectNode event() {
        return eventOf(company());
    }

    static ObjectNode eventOf(String company) {
        ObjectNode event = EventType.named("relocated").orElseThrow().example();
        event.remove("id");
        event.putObject("company").put("id", company).put("name", "Example");
        return event;
    }

    static String company() {
        return "c-" + UUID.randomUUID();
    }

    static String companyOf(ObjectNode event) {
        return event.at("/company/id").textValue();
    }

    /// The event as a CloudEvent in structured mode.
    static ObjectNode cloudEvent(ObjectNode event, UUID id, String source) {
        ObjectNode data = event.deepCopy();
        data.remove("type");
        ObjectNode cloudEvent = data.objectNode();
        cloudEvent
                .put("specversion", "1.0")
                .put("id", id.toString())
                .put("source", source)
                .put("type", "org.companytimeline.relocated.v1")
                .put("subject", companyOf(event))
                .put("datacontenttype", "application/json");
        cloudEvent.set("data", data);
        return cloudEvent;
    }
}
