package org.companytimeline.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.companytimeline.event.shape.KeyOrder;
import org.companytimeline.event.shape.RecordShape;

/// Writes events as JSON.
final class EventWriter {

    /// What a CloudEvent carries as attributes.
    private static final Set<String> ATTRIBUTES = Set.of("id", "publisher", "time", "operator");

    /// What says nothing, or is hashed beside the data.
    private static final Set<String> NOT_CONTENT = Set.of("id", "publisher", "time");

    private static final Set<String> HEAD = Set.of("id", "publisher", "operator");

    private EventWriter() {}

    @FunctionalInterface
    private interface Content {
        void writeTo(JsonGenerator out) throws IOException;
    }

    /// The data of the CloudEvent, in normal form.
    static byte[] data(Event event) {
        return object(out -> writeMembers(event, out, KeyOrder.DECLARED, ATTRIBUTES));
    }

    static byte[] contentHash(Event event) {
        return hash(
                event.publisher(),
                EventType.of(event.details()).cloudEventType(),
                object(out -> writeMembers(event, out, KeyOrder.SORTED, NOT_CONTENT)));
    }

    static byte[] contentHash(Decoded.Unknown event) {
        return hash(
                event.publisher(),
                event.type(),
                bytes(out -> CanonicalJson.write(event.data(), out)));
    }

    private static byte[] hash(String publisher, String type, byte[] data) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((publisher + '\n' + type + '\n').getBytes(StandardCharsets.UTF_8));
            return sha256.digest(data);
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("every Java has SHA-256", fault);
        }
    }

    static byte[] recorded(Event event, Position position, Instant recordedAt) {
        return object(out -> {
            writeHead(
                    out,
                    event.id(),
                    EventType.of(event.details()).name(),
                    event.publisher(),
                    event.operator(),
                    position,
                    recordedAt);
            writeMembers(event, out, KeyOrder.DECLARED, HEAD);
        });
    }

    static byte[] recorded(Decoded.Unknown event, Position position, Instant recordedAt) {
        ObjectNode data = event.data().deepCopy();
        data.remove(Set.of("id", "type", "publisher", "position", "recordedAt"));
        if (!data.has("company")) {
            data.putObject("company").put("id", event.company().value());
        }
        if (event.time() != null && !data.has("time")) {
            data.put("time", Scalars.print(event.time()));
        }
        return object(out -> {
            writeHead(
                    out,
                    event.id(),
                    CloudEventTypes.shortName(event.type()),
                    event.publisher(),
                    false,
                    position,
                    recordedAt);
            for (var property : data.properties()) {
                out.writeFieldName(property.getKey());
                out.writeTree(property.getValue());
            }
        });
    }

    private static void writeHead(
            JsonGenerator out,
            UUID id,
            String type,
            String publisher,
            boolean operator,
            Position position,
            Instant recordedAt)
            throws IOException {
        out.writeStringField("id", id.toString());
        out.writeStringField("type", type);
        out.writeStringField("publisher", publisher);
        if (operator) {
            out.writeBooleanField("operator", true);
        }
        out.writeStringField("position", position.toString());
        out.writeStringField("recordedAt", Scalars.print(recordedAt));
    }

    static ObjectNode details(CompanyEvent details) {
        return tree(out -> writeDetails(details, out));
    }

    /// The short form without a mark, as a tree.
    static ObjectNode shortForm(Event event) {
        return tree(out -> {
            out.writeStartObject();
            out.writeStringField("type", EventType.of(event.details()).name());
            writeMembers(event, out, KeyOrder.DECLARED, Set.of("operator"));
            out.writeEndObject();
        });
    }

    private static ObjectNode tree(Content content) {
        try (TokenBuffer out = new TokenBuffer(StrictJson.MAPPER, false)) {
            content.writeTo(out);
            return StrictJson.MAPPER.readTree(out.asParser());
        } catch (IOException fault) {
            throw new UncheckedIOException("could not write to memory", fault);
        }
    }

    static <T extends CompanyEvent> void writeDetails(T details, JsonGenerator out)
            throws IOException {
        @SuppressWarnings("unchecked") // an object's class is that of its type
        Class<T> type = (Class<T>) details.getClass();
        RecordShape<T> shape = EventShapes.ofDetails(type);
        shape.write(details, out, KeyOrder.DECLARED);
    }

    private static void writeMembers(
            Event event, JsonGenerator out, KeyOrder order, Set<String> without)
            throws IOException {
        EventShapes.of(EventType.of(event.details())).writeMembers(event, out, order, without);
    }

    private static byte[] object(Content members) {
        return bytes(out -> {
            out.writeStartObject();
            members.writeTo(out);
            out.writeEndObject();
        });
    }

    private static byte[] bytes(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator out = StrictJson.MAPPER.createGenerator(bytes)) {
            content.writeTo(out);
        } catch (IOException fault) {
            throw new UncheckedIOException("could not write to memory", fault);
        }
        return bytes.toByteArray();
    }
}
