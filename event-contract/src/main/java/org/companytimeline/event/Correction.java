package org.companytimeline.event;

import java.util.List;

/// What a correction makes of its target.
public sealed interface Correction {

    /// The target as corrected.
    ///
    /// @param event of the target's type, with the correction's `id`, publisher, time, company,
    ///   sources, confidence, language, note and mark. It stands in no log and has no bytes there.
    record Applied(Event event) implements Correction {}

    /// The corrected target is no valid event of its type.
    ///
    /// @param faults at least one, at their places in the corrected event
    record Unfit(List<Fault> faults) implements Correction {}
}
