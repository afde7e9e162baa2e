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

    /// The company was first mentioned after the point in the log that was asked for.
    record CompanyNotKnownThen(CompanyId company) implements Refusal {}

    /// The event with this id was recorded after the point in the log that was asked for.
    record FactNotKnownThen(UUID id) implements Refusal {}

    /// The fact had not happened by the day that was asked for.
    record FactNotHappenedThen(UUID id) implements Refusal {}

    /// The id belongs to an event that no fact holds.
    ///
    /// @param target the event to which it leads; itself where it leads to none
    record NoFact(UUID id, Why why, UUID target) implements Refusal {}

    /// Why no fact holds an event.
    enum Why {
        /// Its own type is not known.
        UNKNOWN_TYPE,
        /// No event of its company has the id of its target.
        TARGET_NOT_RECORDED,
        /// Its target is an annotation that was recorded after it.
        TARGET_RECORDED_LATER,
        /// The type of its target is not known.
        TARGET_OF_UNKNOWN_TYPE,
        /// It is about itself.
        TARGET_IS_ITSELF,
        /// No fact holds its target either.
        TARGET_WITHOUT_FACT
    }

    /// The earlier of two points in the log does not lie before the later one.
    record FromAfterTo() implements Refusal {}

    /// No recorded event has this id.
    record UnknownEvent(UUID id) implements Refusal {}

    /// Several companies have an event or fact with this id.
    ///
    /// @param locations one for each company, to choose from
    record Ambiguous(UUID id, List<String> locations) implements Refusal {}

    /// Statistics have more groups than one answer holds.
    record TooManyGroups() implements Refusal {}

    /// The cursor was given by another list or with other filters.
    record CursorOfAnotherQuestion() implements Refusal {}

    /// The cursor belongs to another log than the one that is served.
    record CursorOfAnotherLog() implements Refusal {}

    /// The cursor lies ahead of what the read model holds now.
    record CursorAhead() implements Refusal {}
}
