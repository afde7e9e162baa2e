package org.companytimeline.event.words;

/// What a phrase stands for.
enum Kind {
    YEAR,
    MONTH,
    /// A day, or a part of a year.
    OTHER_DATE,
    INTERVAL,
    /// An interval with an open end.
    OPEN,
    ONE_OF
}
