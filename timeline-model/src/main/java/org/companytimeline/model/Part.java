package org.companytimeline.model;

import java.util.List;
import java.util.UUID;
import org.companytimeline.event.Fault;
import org.companytimeline.event.RecordedEvent;
import org.jspecify.annotations.Nullable;

/// One event of a lineage and what it does there.
///
/// @param effect what it does
/// @param reason why it does not do what its type says, or no longer; [Reason#NONE] where it does
/// @param by the event to which the reason points, where there is one
/// @param faults why a correction does not fit its target; empty otherwise
public record Part(
        RecordedEvent event, Effect effect, Reason reason, @Nullable UUID by, List<Fault> faults) {

    /// What an event does to the fact.
    public enum Effect {
        /// It is the claim that counts: the head, and not retracted.
        CLAIMS,
        /// It retracts its target.
        RETRACTS,
        /// It adds its sources to those of the claim.
        CONFIRMS,
        /// It puts the claim in dispute.
        DISPUTES,
        /// Nothing.
        NONE
    }

    /// Why an event does not, or not any more, do what it says.
    public enum Reason {
        /// It does what it says.
        NONE,
        /// Its publisher is neither the target's nor an operator, so it weighs as a dispute.
        WITHOUT_AUTHORITY,
        /// The change does not fit the target.
        UNFIT,
        /// The target is an annotation and no claim.
        NO_CLAIM,
        /// It was retracted.
        RETRACTED,
        /// It was corrected.
        CORRECTED,
        /// Another correction of the same target was recorded after it.
        SUPERSEDED,
        /// Its target was corrected or retracted, or does not count.
        MOOT
    }

    static Part alone(RecordedEvent claim) {
        return new Part(claim, Effect.CLAIMS, Reason.NONE, null, List.of());
    }
}
