package org.companytimeline.event.words;

import java.time.LocalDate;

/// One of the days on which a text can have been written.
///
/// @param limit for months and days without a year
record Moment(Anchor anchor, LocalDate day, Limit limit) {

    /// Stands where the moment does not matter.
    static final Moment ANY = new Moment(Anchor.NONE, Anchor.NONE.first());

    Moment(Anchor anchor, LocalDate day) {
        this(anchor, day, Limit.NONE);
    }

    /// The marks that what is reckoned from this day gets.
    Marks marks() {
        return anchor.marks(day, day);
    }

    /// The same for the first of two dates.
    ///
    /// @param second the other one
    /// @param near breaks the tie between months and days without a year
    Moment before(Written second, LocalDate near) {
        return Bounds.end(second) instanceof Point end
                ? new Moment(anchor, day, new Limit(end.last(), near))
                : this;
    }
}
