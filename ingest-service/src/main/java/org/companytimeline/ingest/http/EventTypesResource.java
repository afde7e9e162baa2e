package org.companytimeline.ingest.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.companytimeline.event.EventType;
import org.companytimeline.event.Fault;

/// `GET /event-types`: the catalogue of what can be posted. Open to all.
@Path("/event-types")
@PermitAll
@Produces("application/json")
public class EventTypesResource {

    private final Answers answers;
    private final Map<String, String> typesByName = new LinkedHashMap<>();
    private final String all;

    @Inject
    EventTypesResource(Answers answers, ObjectMapper json) {
        this.answers = answers;
        ObjectNode list = json.createObjectNode();
        ArrayNode items = list.putArray("items");
        for (EventType type : EventType.all()) {
            items.addObject()
                    .put("name", type.name())
                    .put("type", type.cloudEventType())
                    .put("href", "/event-types/" + type.name());
            typesByName.put(
                    type.name(),
                    json.createObjectNode()
                            .put("name", type.name())
                            .put("type", type.cloudEventType())
                            .<ObjectNode>set("schema", type.schema())
                            .set("example", type.example())
                            .toString());
        }
        this.all = list.toString();
    }

    @GET
    @NonBlocking
    public String all() {
        return all;
    }

    /// One type by its short name: its JSON Schema and an example, ready to be posted.
    @GET
    @Path("/{type}")
    @NonBlocking
    public Response one(@PathParam("type") String name) {
        String type = typesByName.get(name);
        return type != null
                ? Response.ok(type).build()
                : answers.of(
                        Problem.of(404, "There is no event type of this name.")
                                .with(
                                        new Fault(
                                                "/type",
                                                "Use one of the allowed names.",
                                                List.copyOf(typesByName.keySet()))));
    }
}
