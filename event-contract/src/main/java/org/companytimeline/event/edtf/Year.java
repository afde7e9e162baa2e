package org.companytimeline.event.edtf;

import java.util.stream.IntStream;

/// A year of four digits, counted as astronomers do: year 0 is 1 BC. No year is written `-0000`.
record Year(boolean negative, Digits digits) {

    /// The years it can be, earliest first.
    IntStream ascending() {
        return negative
                ? digits.descending().filter(year -> year != 0).map(year -> -year)
                : digits.ascending();
    }

    /// The years it can be, latest first.
    IntStream descending() {
        return negative
                ? digits.ascending().filter(year -> year != 0).map(year -> -year)
                : digits.descending();
    }
}
