package org.companytimeline.query.view;

import java.time.LocalDate;
import java.util.Optional;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.model.Fact;

/// The days on which something must have happened.
///
/// @param from days since 1970-01-01: on this day or later
/// @param to days since 1970-01-01: on this day or earlier
/// @param match how sure that must be
public record Period(Optional<Integer> from, Optional<Integer> to, Match match) {

    /// Everything that had happened at the end of a day; without a day simply everything.
    public static Period until(Optional<Integer> day, Match match) {
        return new Period(Optional.empty(), day, match);
    }

    /// The same, but not beyond the end of another one.
    Period until(Period other) {
        Optional<Integer> end =
                to.isEmpty()
                        ? other.to
                        : to.map(day -> Math.min(day, other.to.orElse(Integer.MAX_VALUE)));
        return new Period(from, end, match);
    }

    /// Whether it has no day at all.
    public boolean isEmpty() {
        return from.isPresent() && to.isPresent() && from.get() > to.get();
    }

    /// Whether a fact happened within it.
    boolean includes(Fact fact) {
        Edtf date = fact.when().edtf();
        return includes(date.earliest().map(Period::epochDay), date.latest().map(Period::epochDay));
    }

    /// Whether something happened within it.
    ///
    /// @param earliest days since 1970-01-01; empty where the start is open
    /// @param latest days since 1970-01-01; empty where the end is open
    boolean includes(Optional<Integer> earliest, Optional<Integer> latest) {
        return !isEmpty()
                && switch (match) {
                    case POSSIBLE ->
                            atLeast(latest.orElse(Integer.MAX_VALUE), from)
                                    && atMost(earliest.orElse(Integer.MIN_VALUE), to);
                    case CERTAIN ->
                            atLeast(earliest.orElse(Integer.MIN_VALUE), from)
                                    && atMost(latest.orElse(Integer.MAX_VALUE), to);
                };
    }

    private static boolean atLeast(int day, Optional<Integer> bound) {
        return bound.isEmpty() || day >= bound.get();
    }

    private static boolean atMost(int day, Optional<Integer> bound) {
        return bound.isEmpty() || day <= bound.get();
    }

    private static int epochDay(LocalDate day) {
        return (int) day.toEpochDay();
    }
}
