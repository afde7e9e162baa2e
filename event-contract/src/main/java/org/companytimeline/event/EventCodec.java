package org.companytimeline.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import java.time.Instant;

/// Between events and their JSON: CloudEvents on Kafka, the short form over HTTP.
@SuppressWarnings("DoNotCallSuggester")
public final class EventCodec {

    private EventCodec() {}

    /// Reads a CloudEvent whose `data` is the short form without `type` and `id`, as it lies in the
    /// log. All its faults are found, not only the first.
    public static Decoded decode(CloudEvent event) {
        throw new UnsupportedOperationException();
    }

    /// Reads the short form as it is posted. `position` and `recordedAt` in it are ignored. An
    /// unknown type is refused with the allowed ones.
    ///
    /// @param json UTF-8
    /// @param defaults what the document may leave out
    public static Decoded decodePosted(byte[] json, PostedDefaults defaults) {
        throw new UnsupportedOperationException();
    }

    /// The CloudEvent that carries an event through Kafka: its data is in normal form, so two
    /// events say the same exactly if their types, publishers and data bytes are equal.
    public static CloudEvent encode(Event event) {
        throw new UnsupportedOperationException();
    }

    /// SHA-256 over publisher, type and data in normal form: equal for two records that say the
    /// same; `id`, `time`, key order, white space and trailing zeros of numbers do not count.
    public static byte[] contentHash(Decoded event) {
        throw new UnsupportedOperationException();
    }

    /// A recorded event as readers get it: the short form plus `id`, `publisher`, `position` and
    /// `recordedAt`, as UTF-8. An unknown event travels as it is, its `type` in full where the
    /// short name would mean another version.
    public static byte[] recorded(Decoded event, Position position, Instant recordedAt) {
        throw new UnsupportedOperationException();
    }

    /// Reads back what [#recorded] wrote of a known event; anything else is an
    /// `IllegalArgumentException`.
    public static RecordedEvent readRecorded(byte[] json) {
        throw new UnsupportedOperationException();
    }

    /// An event's details as a JSON object.
    public static ObjectNode details(CompanyEvent details) {
        throw new UnsupportedOperationException();
    }
}
