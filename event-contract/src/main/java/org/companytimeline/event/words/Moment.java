package org.companytimeline.event.words;

import java.time.LocalDate;

/// One of the days on which a text can have been written.
record Moment(Anchor anchor, LocalDate day) {

    /// The marks that what is reckoned from this day gets.
    Marks marks() {
        return anchor.marks(day, day);
    }
}
