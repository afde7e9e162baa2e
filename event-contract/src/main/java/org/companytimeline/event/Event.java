package org.companytimeline.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One event as its publisher posted it, of a type that this version knows.
///
/// @param publisher the publisher's URI, the `source` of the CloudEvent
/// @param time the producer's own clock, absent where it gave none; nothing is decided by it
/// @param when absent only on annotations
/// @param thread the publisher's own key for the fact, scoped to publisher, company and type
public record Event(
        UUID id,
        String publisher,
        @Nullable Instant time,
        Subject company,
        @Nullable When when,
        Status status,
        CompanyEvent details,
        List<Source> sources,
        @Nullable String thread,
        @Nullable BigDecimal confidence,
        @Nullable String lang,
        @Nullable String note) {}
