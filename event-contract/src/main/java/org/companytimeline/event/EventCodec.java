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

    /// The extension attribute of a CloudEvent that marks an operator's annotation.
    static final String OPERATOR = "operator";

    private EventCodec() {}

    /// Reads a CloudEvent whose `data` is the short form without `type` and `id`, as it lies in the
    /// log. All its faults are found, not only the first.
    public static Decoded decode(CloudEvent event) {
        return CloudEventReader.read(event);
    }

    /// Reads a CloudEvent as it is posted: as [#decode] does, but a `when` with `text` and without
    /// `edtf` is read by [org.companytimeline.event.words.DatePhrases].
    public static Decoded decodePosted(CloudEvent event) {
        return CloudEventReader.readPosted(event);
    }

    /// Reads the short form as it is posted. A `when` with `text` and without `edtf` is read by
    /// [org.companytimeline.event.words.DatePhrases]. `position` and `recordedAt` in it are
    /// ignored. An unknown type is refused with the allowed ones.
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
        CloudEventBuilder encoded =
                CloudEventBuilder.v1()
                        .withId(event.id().toString())
                        .withSource(URI.create(event.publisher()))
                        .withType(EventType.of(event.details()).cloudEventType())
                        .withSubject(event.company().id().value())
                        .withTime(time == null ? null : time.atOffset(ZoneOffset.UTC))
                        .withData("application/json", EventWriter.data(event));
        return (event.operator() ? encoded.withExtension(OPERATOR, true) : encoded).build();
    }

    /// SHA-256 over publisher, type and data in normal form, the mark of an operator included:
    /// equal for two records that say the same; `id`, `time`, key order, white space and trailing
    /// zeros of numbers do not count.
    public static byte[] contentHash(Decoded event) {
        return switch (event) {
            case Decoded.Known known -> EventWriter.contentHash(known.event());
            case Decoded.Unknown unknown -> EventWriter.contentHash(unknown);
            case Decoded.Malformed malformed -> throw notAnEvent(malformed);
        };
    }

    /// A recorded event as readers get it: the short form plus `id`, `publisher`, `operator` where
    /// it is true, `position` and `recordedAt`, as UTF-8. An unknown event travels as it is, its
    /// `type` in full where the short name would mean another version.
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

    /// What a correction makes of its target: the target with the `change` of the correction's
    /// details applied to its `when`, `status`, `thread` and details, and all else as the
    /// correction has it.
    ///
    /// The change is a JSON merge patch (RFC 7396): objects are merged, arrays and values replaced,
    /// `null` takes away. A `when` that is a string replaces the whole `when`; one that is an
    /// object is merged. A status taken away is `reported`. One that changes `edtf`, `text` or
    /// `anchor` takes the `rule` away unless it gives one; words in it are not resolved.
    ///
    /// @param target a claim, or what an earlier correction made of one
    /// @param correction of a `corrected` event; another is an `IllegalArgumentException`
    public static Correction correct(Event target, Event correction) {
        return Corrections.apply(target, correction);
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
