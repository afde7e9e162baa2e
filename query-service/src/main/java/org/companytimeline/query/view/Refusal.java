package org.companytimeline.query.view;

import java.util.List;
import java.util.UUID;
import org.companytimeline.event.CompanyId;

/// Why a read that was well put cannot be answered.
public sealed interface Refusal {

    /// No event mentions a company with this id.
    record UnknownCompany(CompanyId company) implements Refusal {}

    /// No fact has this id, and no claim either.
    record UnknownFact(UUID id) implements Refusal {}

    /// The id belongs to an event that is no claim (an annotation, or of an unknown type), so no
    /// fact holds it.
    record NotAClaim(UUID id) implements Refusal {}

    /// No recorded event has this id.
    record UnknownEvent(UUID id) implements Refusal {}

    /// Several companies have an event or fact with this id.
    ///
    /// @param locations one for each company, to choose from
    record Ambiguous(UUID id, List<String> locations) implements Refusal {}

    /// The cursor was given by another list or with other filters.
    record CursorOfAnotherQuestion() implements Refusal {}

    /// The cursor belongs to another log than the one that is served.
    record CursorOfAnotherLog() implements Refusal {}

    /// The cursor lies ahead of what the read model holds now.
    record CursorAhead() implements Refusal {}
}
