package org.companytimeline.ingest.accept;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.companytimeline.event.Event;
import org.companytimeline.event.Fault;
import org.companytimeline.event.Position;
import org.companytimeline.event.When;
import org.jspecify.annotations.Nullable;

/// What becomes of a posted event.
public sealed interface Answer {

    /// It stands in the log, acknowledged by all replicas in sync.
    ///
    /// @param recordedAt the broker's stamp
    record Recorded(UUID id, Position position, Instant recordedAt) implements Answer {}

    /// It would be taken; nothing was written.
    ///
    /// @param id the id that it would have, absent where one would be drawn at random
    /// @param when what became of a date in words, absent where there were none
    record Valid(@Nullable UUID id, @Nullable When when) implements Answer {

        /// The answer for an event that would be taken.
        static Valid of(Event event, boolean drawn) {
            When when = event.when();
            return new Valid(
                    drawn ? null : event.id(), when == null || when.rule() == null ? null : when);
        }
    }

    /// It is not taken.
    ///
    /// @param detail what to change or when to try again, as a sentence
    /// @param faults the fields at fault, empty where none is
    /// @param id the event's id where it is known, so that a retry can name it
    record Refused(Refusal refusal, String detail, List<Fault> faults, @Nullable UUID id)
            implements Answer {

        public Refused(Refusal refusal, String detail) {
            this(refusal, detail, List.of(), null);
        }

        public Refused(Refusal refusal, String detail, Fault fault) {
            this(refusal, detail, List.of(fault), null);
        }
    }
}
