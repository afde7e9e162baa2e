package org.companytimeline.query.view;

import java.util.Optional;
import java.util.SortedSet;

/// Which facts of a timeline are asked for.
///
/// @param types JSON names of event types; empty for all
/// @param statuses JSON names of statuses; empty for all
/// @param from days since 1970-01-01: the fact happened on this day or later
/// @param to days since 1970-01-01: the fact happened on this day or earlier
/// @param match how sure that must be
public record TimelineFilter(
        SortedSet<String> types,
        SortedSet<String> statuses,
        Optional<Integer> from,
        Optional<Integer> to,
        Match match) {

    /// How a date that may lie on either side of a bound counts.
    public enum Match {
        /// Some day that the fact's date can mean lies within the bounds.
        POSSIBLE,
        /// Every day that the fact's date can mean lies within the bounds.
        CERTAIN
    }

    /// Whether a fact passes.
    ///
    /// @param earliest days since 1970-01-01; empty where the start is open
    /// @param latest days since 1970-01-01; empty where the end is open
    boolean passes(
            String type, String status, Optional<Integer> earliest, Optional<Integer> latest) {
        return (types.isEmpty() || types.contains(type))
                && (statuses.isEmpty() || statuses.contains(status))
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
}
