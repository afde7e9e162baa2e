package org.companytimeline.event.words;

/// How finely a date is given, the finest first.
enum Fineness {
    DAY,
    MONTH,
    YEAR;

    Fineness orCoarser(Fineness other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
