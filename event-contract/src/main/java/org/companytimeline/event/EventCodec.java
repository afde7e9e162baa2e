package org.companytimeline.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;

/// Between events and their JSON: CloudEvents on Kafka, the short form over HTTP.
public final class EventCodec {

    private EventCodec() {}

    /// Reads a CloudEvent whose `data` is the short form without `type` and `id`, as it lies in the
    /// log. All its faults are found, not only the first.
    public static Decoded decode(CloudEvent event) {
        return CloudEventReader.read(event);
    }

    /// Reads the short form as it is posted. `position` and `recordedAt` in it are ignored. An
    /// unknown type is refused with the allowed ones.
    ///
    /// @param json UTF-8
    /// @param defaults what the document may leave out
    public static Decoded decodePosted(byte[] json, PostedDefaults defaults) {
        return PostedReader.read(json, defaults);
    }

    /// The CloudEvent that carries an event through Kafka: its data is in normal form, so two
    /// events say the same exactly if their types, publishers and data bytes are equal.
    public static CloudEvent encode(Event event) {
        Instant time = event.time();
        return CloudEventBuilder.v1()
                .withId(event.id().toString())
                .withSource(URI.create(event.publisher()))
                .withType(EventType.of(event.details()).cloudEventType())
                .withSubject(event.company().id().value())
                .withTime(time == null ? null : time.atOffset(ZoneOffset.UTC))
                .withData("application/json", EventWriter.data(event))
                .build();
    }

    /// SHA-256 over publisher, type and data in normal form: equal for two records that say the
    /// same; `id`, `time`, key order, white space and trailing zeros of numbers do not count.
    public static byte[] contentHash(Decoded event) {
        return switch (event) {
            case Decoded.Known known -> EventWriter.contentHash(known.event());
            case Decoded.Unknown unknown -> EventWriter.contentHash(unknown);
            case Decoded.Malformed malformed -> throw notAnEvent(malformed);
        };
    }

    /// A recorded event as readers get it: the short form plus `id`, `publisher`, `position` and
    /// `recordedAt`, as UTF-8. An unknown event travels as it is, its `type` in full where the
    /// short name would mean another version.
    public static byte[] recorded(Decoded event, Position position, Instant recordedAt) {
        return switch (event) {
            case Decoded.Known known -> EventWriter.recorded(known.event(), position, recordedAt);
            case Decoded.Unknown unknown -> EventWriter.recorded(unknown, position, recordedAt);
            case Decoded.Malformed malformed -> throw notAnEvent(malformed);
        };
    }

    /// Reads back what [#recorded] wrote of a known event; anything else is an
    /// `IllegalArgumentException`.
    public static RecordedEvent readRecorded(byte[] json) {
        return RecordedReader.read(json);
    }

    /// An event's details as a JSON object.
    public static ObjectNode details(CompanyEvent details) {
        return EventWriter.details(details);
    }

    /// Writes an event's details as a JSON object.
    public static void writeDetails(CompanyEvent details, JsonGenerator out) throws IOException {
        EventWriter.writeDetails(details, out);
    }

    private static IllegalArgumentException notAnEvent(Decoded.Malformed malformed) {
        return new IllegalArgumentException("not an event: " + malformed.faults());
    }
}
