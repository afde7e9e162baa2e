package org.companytimeline.model;

import java.time.LocalDate;
import org.companytimeline.event.Status;
import org.jspecify.annotations.Nullable;

/// How sure a value of a company's state is, the weakest first: a value is as sure as the least
/// sure of the facts that it rests on.
enum Certainty {
    /// By its date the fact may lie after the day that is asked about.
    POSSIBLE,
    /// The fact has a conflict.
    DISPUTED,
    /// Somebody says so, and nobody contradicts it.
    REPORTED,
    /// Its leading claim has the status confirmed, and nobody contradicts it.
    CONFIRMED;

    /// @param asOf the day that is asked about; null where none is
    static Certainty of(Fact fact, @Nullable LocalDate asOf) {
        if (asOf != null && mayBeAfter(asOf, fact)) {
            return POSSIBLE;
        }
        if (!fact.conflicts().isEmpty()) {
            return DISPUTED;
        }
        return fact.leading().event().status() == Status.CONFIRMED ? CONFIRMED : REPORTED;
    }

    private static boolean mayBeAfter(LocalDate day, Fact fact) {
        return fact.when().edtf().latest().map(latest -> latest.isAfter(day)).orElse(true);
    }

    /// Its name in JSON.
    String jsonName() {
        return Keys.constant(this);
    }
}
