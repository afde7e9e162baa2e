package org.companytimeline.timeline.project;

import io.cloudevents.CloudEvent;
import java.time.Instant;
import java.util.List;
import org.companytimeline.event.Position;
import org.jspecify.annotations.Nullable;

/// One record of the log, as it was read.
///
/// @param appendedAt the broker's stamp, in milliseconds
/// @param partitionOfKey the partition in which a record with this key belongs; that of the record
///   where it has no key
public record LogRecord(
        Position position,
        Instant appendedAt,
        @Nullable Bytes key,
        List<Header> headers,
        @Nullable Bytes value,
        int partitionOfKey,
        Message message) {

    /// One header; the same name may stand there several times.
    public record Header(String name, @Nullable Bytes value) {}

    /// What the record carries.
    public sealed interface Message {

        /// A CloudEvent, in binary or structured mode.
        record Enveloped(CloudEvent event) implements Message {}

        /// Something else.
        ///
        /// @param reason why it is no CloudEvent, as a sentence
        record Unreadable(String reason) implements Message {}
    }

    /// How much of a batch's bound it takes, in bytes.
    public long size() {
        long size = sizeOf(key) + sizeOf(value);
        for (Header header : headers) {
            size += header.name().length() + sizeOf(header.value());
        }
        return size;
    }

    private static long sizeOf(@Nullable Bytes bytes) {
        return bytes == null ? 0 : bytes.length();
    }
}
