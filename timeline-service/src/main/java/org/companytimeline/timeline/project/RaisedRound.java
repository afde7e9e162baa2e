package org.companytimeline.timeline.project;

import org.companytimeline.event.CompanyEvent.Funded;
import org.companytimeline.event.shape.Words;
import org.companytimeline.model.Amount;
import org.companytimeline.model.Fact;
import org.jspecify.annotations.Nullable;

/// What a fact says of the money that a company raised.
///
/// @param kind of round, as it stands in JSON
/// @param sum null where it is not disclosed
public record RaisedRound(String kind, @Nullable Amount sum) {

    /// Null for a fact of another type.
    static @Nullable RaisedRound of(Fact fact) {
        return fact.details() instanceof Funded funded
                ? new RaisedRound(Words.kebab(funded.round().name()), Amount.of(funded.money()))
                : null;
    }
}
