package org.companytimeline.model;

import org.companytimeline.event.When;
import org.jspecify.annotations.Nullable;

/// The days that a date can mean, from the first to the last, counted from 1970-01-01.
///
/// An open end lies [#OPEN] days away, further than any date reaches, so a span within another is
/// always the narrower one.
record DaySpan(long from, long to) {

    private static final long OPEN = 10_000_000;

    static DaySpan of(@Nullable When when) {
        if (when == null) {
            return new DaySpan(-OPEN, OPEN);
        }
        return new DaySpan(
                when.edtf().earliest().map(day -> day.toEpochDay()).orElse(-OPEN),
                when.edtf().latest().map(day -> day.toEpochDay()).orElse(OPEN));
    }

    /// Whether an end is open.
    boolean isOpen() {
        return from == -OPEN || to == OPEN;
    }

    long width() {
        return to - from;
    }

    /// Days between the nearer ends: 0 where the spans meet, 1 for a day and the next.
    long daysApart(DaySpan other) {
        return Math.max(0, Math.max(from - other.to, other.from - to));
    }

    /// Whether the spans meet, or lie so near that no day of one is further than this from any day
    /// of the other. So `2023` and `2024` are never near, however little lies between them.
    boolean isWithin(int days, DaySpan other) {
        return daysApart(other) == 0 || Math.max(to, other.to) - Math.min(from, other.from) <= days;
    }
}
