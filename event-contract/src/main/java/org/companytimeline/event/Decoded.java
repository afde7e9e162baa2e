package org.companytimeline.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What decoding makes of a record of the log: nothing is dropped.
public sealed interface Decoded {

    /// An event that this version understands.
    record Known(Event event) implements Decoded {}

    /// A well-formed event of a type or version that this version does not know: kept as it is.
    ///
    /// @param type the CloudEvents type in full
    /// @param data its data, any JSON object
    record Unknown(
            UUID id,
            String type,
            String publisher,
            CompanyId company,
            @Nullable Instant time,
            ObjectNode data)
            implements Decoded {}

    /// Not an event.
    ///
    /// @param readable false where the bytes are no JSON at all (HTTP 400), true where they are
    ///   JSON that is refused (HTTP 422)
    /// @param faults every fault found, at least one
    record Malformed(boolean readable, List<Fault> faults) implements Decoded {}
}
