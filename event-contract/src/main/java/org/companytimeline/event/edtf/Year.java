package org.companytimeline.event.edtf;

/// A year of four digits, counted as astronomers do: year 0 is 1 BC. No year is written `-0000`.
record Year(boolean negative, Digits digits) {

    /// The first year that it can be.
    int earliest() {
        return negative ? -digits.highest() : digits.lowest();
    }

    /// The last year that it can be. Year 0 too if it is negative and no other digits are given,
    /// see [#canBe].
    int latest() {
        return negative ? -digits.lowest() : digits.highest();
    }

    boolean canBe(int year) {
        return negative ? year < 0 && digits.canBe(-year) : digits.canBe(year);
    }

    /// Whether it can be no year at all: it is written `-0000`.
    boolean isNone() {
        return negative && digits.highest() == 0;
    }
}
