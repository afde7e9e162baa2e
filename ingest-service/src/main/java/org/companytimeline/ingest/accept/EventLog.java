package org.companytimeline.ingest.accept;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.companytimeline.event.Event;
import org.companytimeline.event.Position;

/// The log as this service needs it: a place to append to.
public interface EventLog {

    /// Whether the log can be written right now, as far as is known without asking it. Costs
    /// nothing.
    Availability availability();

    /// Appends one event. Appends of one company from one thread keep their order. Never blocks for
    /// long and never fails: what goes wrong is an [Appended].
    CompletableFuture<Appended> append(Event event);

    /// Whether the log can be written.
    sealed interface Availability {
        record Available() implements Availability {}

        /// It cannot.
        ///
        /// @param reason what is missing, as a clause
        record Unavailable(String reason) implements Availability {}
    }

    /// How an append ended.
    sealed interface Appended {
        /// Acknowledged by all replicas in sync.
        record Written(Position position, Instant recordedAt) implements Appended {}

        /// Certainly not in the log, and not because of this event.
        record NotWritten(String reason) implements Appended {}

        /// The log takes no record of this size.
        record TooLarge(String reason) implements Appended {}

        /// Sent and not acknowledged: it may be in the log.
        record Unknown(String reason) implements Appended {}
    }
}
