package org.companytimeline.ingest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.rw.CloudEventRWException;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.companytimeline.event.Fault;
import org.companytimeline.ingest.accept.Answer;
import org.companytimeline.ingest.accept.Posted;
import org.companytimeline.ingest.accept.Refusal;

/// Reads CloudEvents 1.0 off HTTP: binary, structured and batch.
final class CloudEvents {

    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(JsonFormat.getCloudEventJacksonModule());

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

    private static Read structured(JsonNode node) {
        if (!node.isObject()) {
            return new Read.Refused(noCloudEvent("it is a JSON object, not another value"));
        }
        try {
            return checked(JSON.treeToValue(node, CloudEvent.class));
        } catch (JsonProcessingException e) {
            return new Read.Refused(noCloudEvent(e.getOriginalMessage()));
        }
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
