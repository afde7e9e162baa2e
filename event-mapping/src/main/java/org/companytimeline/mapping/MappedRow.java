package org.companytimeline.mapping;

import java.util.List;

/// What a mapping makes of a row: all of its events or none.
public sealed interface MappedRow {

    /// The events that a row gives.
    ///
    /// @param events at least one, in the order of the mapping; each is one that the contract takes
    /// @param remarks what a person should know about how the row was read, as sentences
    record Mapped(List<MappedEvent> events, List<String> remarks) implements MappedRow {}

    /// A row that gives no events.
    ///
    /// @param refusals why, at least one
    record Refused(List<Refusal> refusals) implements MappedRow {}
}
