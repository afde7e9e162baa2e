package org.companytimeline.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.companytimeline.event.shape.AtMost;
import org.companytimeline.event.shape.Between;
import org.companytimeline.event.shape.NotEmpty;
import org.jspecify.annotations.Nullable;

/// One event as its publisher posted it, of a type that this version knows.
///
/// @param publisher the publisher's URI, the `source` of the CloudEvent
/// @param time the producer's own clock, absent where it gave none; nothing is decided by it
/// @param when absent only on annotations
/// @param thread the publisher's own key for the fact, scoped to publisher, company and type
/// @param operator whether it was posted with the scope `operate` in the operator's own name; only
///   annotations say so
public record Event(
        UUID id,
        String publisher,
        @Nullable Instant time,
        Subject company,
        @Nullable When when,
        Status status,
        CompanyEvent details,
        @NotEmpty List<Source> sources,
        @AtMost(Event.MOST_THREAD_CHARACTERS) @Nullable String thread,
        @Between(least = 0, most = 1) @Nullable BigDecimal confidence,
        @Nullable String lang,
        @Nullable String note,
        boolean operator) {

    /// Characters of a thread.
    public static final int MOST_THREAD_CHARACTERS = 200;

    /// The same event with the mark of an operator.
    public Event byOperator() {
        return new Event(
                id,
                publisher,
                time,
                company,
                when,
                status,
                details,
                sources,
                thread,
                confidence,
                lang,
                note,
                true);
    }
}
