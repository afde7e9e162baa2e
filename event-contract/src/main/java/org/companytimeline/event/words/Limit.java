package org.companytimeline.event.words;

import java.time.LocalDate;

/// The day after which no month or day without a year is looked for.
///
/// @param last the last day on which it may begin
/// @param near of two that are equally near to the anchor, the one nearer to this day is meant
record Limit(LocalDate last, LocalDate near) {

    /// No limit.
    static final Limit NONE = new Limit(LocalDate.MAX, LocalDate.MAX);
}
