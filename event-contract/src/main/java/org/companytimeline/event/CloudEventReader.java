package org.companytimeline.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.companytimeline.event.shape.Pointer;
import org.companytimeline.event.shape.Shape;
import org.companytimeline.event.shape.Words;
import org.jspecify.annotations.Nullable;

/// Reads CloudEvents as they lie in the log, and as they are posted.
final class CloudEventReader {

    private static final Pattern JSON =
            Pattern.compile("application/json(\\s*;.*)?", Pattern.CASE_INSENSITIVE);

    private CloudEventReader() {}

    /// The attributes that an event needs, each read.
    private record Attributes(
            UUID id, String type, String publisher, CompanyId company, @Nullable Instant time) {}

    /// Reads one from the log.
    static Decoded read(CloudEvent event) {
        return read(event, false);
    }

    /// Reads one that was posted: dates in words are resolved.
    static Decoded readPosted(CloudEvent event) {
        return read(event, true);
    }

    private static Decoded read(CloudEvent event, boolean posted) {
        FaultList faults = new FaultList();
        Attributes attributes = attributes(event, faults);
        CloudEventData data = event.getData();
        if (data == null) {
            faults.add(Pointer.ROOT, "has no data; it must be a JSON object");
            return new Decoded.Malformed(true, faults.toList());
        }
        return switch (StrictJson.read(data.toBytes())) {
            case StrictJson.Unreadable unreadable ->
                    new Decoded.Malformed(false, List.of(unreadable.fault()));
            case StrictJson.Document document ->
                    read(document.json(), attributes, event, posted, faults);
        };
    }

    private static Decoded read(
            JsonNode json,
            @Nullable Attributes attributes,
            CloudEvent event,
            boolean posted,
            FaultList faults) {
        if (!(json instanceof ObjectNode data)) {
            faults.add(Pointer.ROOT, "must be a JSON object");
            return new Decoded.Malformed(true, faults.toList());
        }
        Optional<EventType> type = CloudEventTypes.known(event.getType());
        if (type.isEmpty()) {
            return attributes == null
                    ? new Decoded.Malformed(true, faults.toList())
                    : new Decoded.Unknown(
                            attributes.id(),
                            attributes.type(),
                            attributes.publisher(),
                            attributes.company(),
                            attributes.time(),
                            data);
        }
        addAttributes(data, type.get(), attributes, faults);
        addOperator(data, event, faults);
        if (posted) {
            PostedWords.resolve(data, faults);
        }
        Event read = EventReader.read(data, faults);
        if (read != null
                && attributes != null
                && !read.company().id().equals(attributes.company())) {
            faults.add(
                    Pointer.ROOT.to("company").to("id"),
                    "differs from the CloudEvent's subject, " + attributes.company());
        }
        return read == null || !faults.isEmpty()
                ? new Decoded.Malformed(true, faults.toList())
                : new Decoded.Known(read);
    }

    /// The data may repeat what the attributes say, but not say otherwise.
    private static void addAttributes(
            ObjectNode data, EventType type, @Nullable Attributes attributes, FaultList faults) {
        add(data, "type", type.name(), faults);
        if (attributes != null) {
            add(data, "id", attributes.id().toString(), faults);
            add(data, "publisher", attributes.publisher(), faults);
            if (attributes.time() != null) {
                add(data, "time", Scalars.print(attributes.time()), faults);
            }
        }
    }

    private static void add(ObjectNode data, String name, String value, FaultList faults) {
        add(data, name, new TextNode(value), faults);
    }

    private static void add(ObjectNode data, String name, JsonNode value, FaultList faults) {
        JsonNode given = data.get(name);
        if (given != null && !given.equals(value)) {
            faults.add(
                    Pointer.ROOT.to(name),
                    "differs from the CloudEvent's own, " + value + "; leave it out");
        }
        data.set(name, value);
    }

    /// Headers carry the mark as text.
    private static void addOperator(ObjectNode data, CloudEvent event, FaultList faults) {
        Object operator = event.getExtension(EventCodec.OPERATOR);
        switch (operator == null ? "false" : operator.toString()) {
            case "true" -> add(data, EventCodec.OPERATOR, BooleanNode.TRUE, faults);
            case "false" -> add(data, EventCodec.OPERATOR, BooleanNode.FALSE, faults);
            case String other ->
                    faults.add(
                            Pointer.ROOT,
                            "the CloudEvent's operator must be true or left out, not "
                                    + Words.quoted(other));
        }
    }

    private static @Nullable Attributes attributes(CloudEvent event, FaultList faults) {
        if (!CloudEventTypes.isOurs(event.getType())) {
            faults.add(
                    Pointer.ROOT,
                    "the CloudEvent's type must be org.companytimeline.<name>.v<version>, not "
                            + Words.quoted(event.getType()));
        }
        String contentType = event.getDataContentType();
        if (contentType != null && !JSON.matcher(contentType).matches()) {
            faults.add(
                    Pointer.ROOT,
                    "the CloudEvent's datacontenttype must be application/json, not "
                            + Words.quoted(contentType));
        }
        UUID id = attribute("id", event.getId(), Scalars.EVENT_ID, faults);
        String publisher =
                attribute("source", event.getSource().toString(), Scalars.PUBLISHER, faults);
        CompanyId company = attribute("subject", event.getSubject(), Scalars.COMPANY_ID, faults);
        Instant time = time(event.getTime(), faults);
        return id == null || publisher == null || company == null || !faults.isEmpty()
                ? null
                : new Attributes(id, event.getType(), publisher, company, time);
    }

    private static @Nullable Instant time(@Nullable OffsetDateTime time, FaultList faults) {
        return time == null
                ? null
                : attribute("time", time.toInstant().toString(), Scalars.INSTANT, faults);
    }

    private static <T> @Nullable T attribute(
            String name, @Nullable String value, Shape<T> shape, FaultList faults) {
        if (value == null) {
            faults.add(Pointer.ROOT, "the CloudEvent's " + name + " is missing");
            return null;
        }
        FaultList own = new FaultList();
        T read = shape.read(new TextNode(value), Pointer.ROOT, own);
        own.toList()
                .forEach(fault ->
                        faults.add(
                                Pointer.ROOT,
                                "the CloudEvent's " + name + " " + fault.detail(),
                                fault.allowed()));
        return read;
    }
}
