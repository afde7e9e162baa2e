package org.companytimeline.ingest.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.companytimeline.event.EventType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/// Completes the API's document with what annotations can't say: the catalogue's own examples, and
/// the problems that every call can answer with.
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ApiDocument implements OASFilter {

    private static final String ID = new UUID(0x96f2ce96f42152e3L, 0x863e3c3d6d2f2e88L).toString();
    private static final Map<String, Object> RECORDED =
            Map.of("id", ID, "position", "3:1045", "recordedAt", "2025-03-04T09:30:00.000Z");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        describePost(api.getPaths().getPathItem("/events").getPOST());
        Operation all = api.getPaths().getPathItem("/event-types").getGET();
        all.setSummary("All event types");
        all.setResponses(
                OASFactory.createAPIResponses()
                        .addAPIResponse("200", json("The catalogue", list())));
        Operation one = api.getPaths().getPathItem("/event-types/{type}").getGET();
        one.setSummary("One event type: its JSON Schema and an example");
        one.setResponses(
                OASFactory.createAPIResponses()
                        .addAPIResponse("200", json("The type", type(EventType.all().getFirst())))
                        .addAPIResponse(
                                "404", problem(404, "There is no event type of this name.")));
    }

    private static void describePost(Operation post) {
        post.setSummary("Post one event, a batch or a stream");
        post.setDescription(
                "Answers once the log has acknowledged. A when with text and without edtf, such as"
                    + " {\"text\": \"at the end of last year\", \"anchor\": \"2025~\"}, is read by"
                    + " a table of rules. The same id or Idempotency-Key again is the same event."
                    + " An annotation posted with the scope operate in the token's own name bears"
                    + " \"operator\": true; given in a document it needs that scope.");
        post.addParameter(
                OASFactory.createParameter()
                        .name("dryRun")
                        .in(Parameter.In.QUERY)
                        .description(
                                "true: only check, write nothing; the answer shows as when what"
                                        + " became of a date in words")
                        .schema(schema("boolean")));
        post.addParameter(
                OASFactory.createParameter()
                        .name("Idempotency-Key")
                        .in(Parameter.In.HEADER)
                        .description("Names the event where it has no id; 1 to 200 characters")
                        .schema(schema("string")));
        post.setRequestBody(
                OASFactory.createRequestBody().required(true).content(requestContent()));
        post.setResponses(postResponses());
    }

    private static Content requestContent() {
        MediaType shortForm = OASFactory.createMediaType().schema(schema("object"));
        EventType.all()
                .forEach(type ->
                        shortForm.addExample(
                                type.name(),
                                OASFactory.createExample().value(type.example().toString())));
        EventType first = EventType.all().getFirst();
        String cloudEvent = CloudEvents.example(first, ID, "https://example.org/newsroom");
        return OASFactory.createContent()
                .addMediaType(PostedMedia.JSON, shortForm)
                .addMediaType(PostedMedia.CLOUDEVENTS_JSON, example("object", cloudEvent))
                .addMediaType(
                        PostedMedia.CLOUDEVENTS_BATCH_JSON,
                        example("array", "[" + cloudEvent + "]"))
                .addMediaType(PostedMedia.X_NDJSON, example("string", first.example() + "\n"));
    }

    private static APIResponses postResponses() {
        APIResponse recorded =
                json("The event stands in the log", RECORDED)
                        .addHeader("Location", OASFactory.createHeader().schema(schema("string")))
                        .addHeader(
                                Answers.TIMELINE_POSITION,
                                OASFactory.createHeader().schema(schema("string")));
        APIResponse many =
                json(
                        "A batch's entries, a stream's lines, or a dry run",
                        Map.of("items", List.of(Map.of("status", 201, "id", ID))));
        many.getContent()
                .addMediaType(
                        PostedMedia.X_NDJSON,
                        example(
                                "string",
                                "{\"line\":1,\"status\":201,\"id\":\""
                                        + ID
                                        + "\",\"position\":\"3:1045\"}\n"
                                        + "{\"timelinePosition\":\"3:1045\"}\n"));
        return OASFactory.createAPIResponses()
                .addAPIResponse("201", recorded)
                .addAPIResponse("200", many)
                .addAPIResponse("400", problem(400, "The event can't be read as JSON."))
                .addAPIResponse("401", problem(401, "Give a token."))
                .addAPIResponse("403", problem(403, "The token lacks the scope events:write."))
                .addAPIResponse("406", problem(406, "Accept application/json."))
                .addAPIResponse("409", problem(409, "The same id is being written right now."))
                .addAPIResponse("413", problem(413, "The body is longer than 1048576 bytes."))
                .addAPIResponse("415", problem(415, "Post as application/json."))
                .addAPIResponse("422", problem(422, "The event can be read but not accepted."))
                .addAPIResponse("429", problem(429, "You have too many streams open."))
                .addAPIResponse("503", problem(503, "No Kafka broker answers."));
    }

    private static Map<String, Object> list() {
        return Map.of(
                "items",
                EventType.all().stream()
                        .map(type -> Map.of("name", type.name(), "type", type.cloudEventType()))
                        .toList());
    }

    private static Map<String, Object> type(EventType type) {
        return Map.of("name", type.name(), "type", type.cloudEventType());
    }

    private static APIResponse problem(int status, String detail) {
        return OASFactory.createAPIResponse()
                .description(detail)
                .content(
                        OASFactory.createContent()
                                .addMediaType(
                                        Problem.MEDIA_TYPE,
                                        example(
                                                "object",
                                                Map.of("status", status, "detail", detail))));
    }

    private static APIResponse json(String description, Object example) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(
                        OASFactory.createContent()
                                .addMediaType(PostedMedia.JSON, example("object", example)));
    }

    private static MediaType example(String type, Object value) {
        return OASFactory.createMediaType().schema(schema(type)).example(value);
    }

    private static Schema schema(String type) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.valueOf(type.toUpperCase(Locale.ROOT)));
    }
}
