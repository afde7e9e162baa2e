package org.companytimeline.ingest.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.companytimeline.event.EventType;
import org.companytimeline.event.Fault;
import org.companytimeline.ingest.accept.Answer;
import org.companytimeline.ingest.accept.Posted;
import org.companytimeline.ingest.accept.Refusal;

/// Reads CloudEvents 1.0 off HTTP: binary, structured and batch.
final class CloudEvents {

    /// Strict about keys and exact about numbers, as the codec is.
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .addModule(JsonFormat.getCloudEventJacksonModule())
                    .build();

    /// What the intake finds at fault in the attributes.
    private static final Set<String> ATTRIBUTES = Set.of("/type", "/source");

    private CloudEvents() {}

    /// One event, or why it can't be read.
    sealed interface Read {
        record Found(Posted.CloudEventForm form) implements Read {}

        record Refused(Answer.Refused answer) implements Read {}
    }

    /// A batch, or why it can't be read as one.
    sealed interface ReadBatch {
        record Entries(List<Read> entries) implements ReadBatch {}

        record Refused(Answer.Refused answer) implements ReadBatch {}
    }

    static Read binary(MultiMap headers, byte[] body) {
        try {
            return checked(
                    HttpMessageFactory.createReader(
                                    each ->
                                            headers.forEach(
                                                    h -> each.accept(h.getKey(), h.getValue())),
                                    body)
                            .toEvent());
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException e) {
            return new Read.Refused(noCloudEvent(said(e)));
        }
    }

    static Read structured(byte[] body) {
        try {
            return structured(JSON.readTree(body));
        } catch (IOException e) {
            return new Read.Refused(unreadable(e));
        }
    }

    static ReadBatch batch(byte[] body) {
        JsonNode array;
        try {
            array = JSON.readTree(body);
        } catch (IOException e) {
            return new ReadBatch.Refused(unreadable(e));
        }
        if (!array.isArray()) {
            return new ReadBatch.Refused(
                    noCloudEvent("a batch is a JSON array of CloudEvents, not another value"));
        }
        List<Read> entries = new ArrayList<>(array.size());
        array.forEach(node -> entries.add(structured(node)));
        return new ReadBatch.Entries(entries);
    }

    /// The catalogue's example of a type in structured mode.
    static String example(EventType type, String id, String source) {
        ObjectNode data = type.example();
        data.remove("type");
        return JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", source)
                .put("type", type.cloudEventType())
                .put("subject", data.at("/company/id").textValue())
                .put("datacontenttype", "application/json")
                .set("data", data)
                .toString();
    }

    /// Where data lies inside of the document, what is at fault in it is there too.
    static Answer pointingIntoData(Answer answer) {
        return answer instanceof Answer.Refused refused && !refused.faults().isEmpty()
                ? new Answer.Refused(
                        refused.refusal(),
                        refused.detail(),
                        refused.faults().stream().map(CloudEvents::inData).toList(),
                        refused.id())
                : answer;
    }

    private static Fault inData(Fault fault) {
        return fault.pointer().isEmpty() || ATTRIBUTES.contains(fault.pointer())
                ? fault
                : new Fault("/data" + fault.pointer(), fault.detail(), fault.allowed());
    }

    private static Read structured(JsonNode node) {
        if (!node.isObject()) {
            return new Read.Refused(noCloudEvent("it is a JSON object, not another value"));
        }
        try {
            CloudEvent event = JSON.treeToValue(node, CloudEvent.class);
            return checked(node.has("data") ? withDataAsPosted(event, node.get("data")) : event);
        } catch (JsonProcessingException e) {
            return new Read.Refused(noCloudEvent(e.getOriginalMessage()));
        }
    }

    /// The SDK would print the data its own way, with a question mark for half a surrogate pair.
    private static CloudEvent withDataAsPosted(CloudEvent event, JsonNode data)
            throws JsonProcessingException {
        return CloudEventBuilder.from(event).withData(JSON.writeValueAsBytes(data)).build();
    }

    private static Read checked(CloudEvent event) {
        return event.getSpecVersion() == SpecVersion.V1
                ? new Read.Found(new Posted.CloudEventForm(event))
                : new Read.Refused(noCloudEvent("specversion is to be 1.0"));
    }

    private static Answer.Refused noCloudEvent(String why) {
        return new Answer.Refused(
                Refusal.INVALID,
                "This is no CloudEvent of version 1.0. Change what errors names.",
                new Fault("", why, List.of()));
    }

    private static Answer.Refused unreadable(IOException e) {
        String why =
                e instanceof JsonProcessingException json ? json.getOriginalMessage() : said(e);
        return new Answer.Refused(
                Refusal.UNREADABLE,
                "The body can't be read as JSON. Change what errors names.",
                new Fault("", why, List.of()));
    }

    private static String said(Exception e) {
        String message = e.getMessage();
        return message == null ? "it can't be read" : message;
    }
}
