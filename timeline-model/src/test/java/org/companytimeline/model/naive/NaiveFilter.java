package org.companytimeline.model.naive;

import java.util.Optional;
import java.util.stream.LongStream;
import org.companytimeline.event.edtf.Edtf;

/// Which facts are asked for, found out day by day.
///
/// @param certain whether all days that a fact's date can mean must lie within, not only one
public record NaiveFilter(
        Optional<String> asOf, Optional<String> from, Optional<String> to, boolean certain) {

    public static final NaiveFilter NONE =
            new NaiveFilter(Optional.empty(), Optional.empty(), Optional.empty(), false);

    /// 1990-01-01, before any day that the histories know.
    private static final long FIRST = 7_305;

    /// 2040-01-01, after any.
    private static final long LAST = 25_567;

    public boolean passes(NaiveFact fact) {
        LongStream days =
                LongStream.rangeClosed(
                        Math.max(FIRST, fact.leading().from()),
                        Math.min(LAST, fact.leading().to()));
        return certain ? days.allMatch(this::isWithin) : days.anyMatch(this::isWithin);
    }

    private boolean isWithin(long day) {
        return asOf.stream().allMatch(bound -> day <= latest(bound))
                && to.stream().allMatch(bound -> day <= latest(bound))
                && from.stream().allMatch(bound -> day >= earliest(bound));
    }

    private static long earliest(String date) {
        return Edtf.parse(date).earliest().orElseThrow().toEpochDay();
    }

    private static long latest(String date) {
        return Edtf.parse(date).latest().orElseThrow().toEpochDay();
    }
}
