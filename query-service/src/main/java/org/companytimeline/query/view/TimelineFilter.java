package org.companytimeline.query.view;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import org.companytimeline.model.Fact;

/// Which facts of a timeline are asked for.
///
/// @param types JSON names of event types; empty for all
/// @param statuses JSON names of statuses; empty for all
/// @param period when they happened
public record TimelineFilter(SortedSet<String> types, SortedSet<String> statuses, Period period) {

    /// Every fact.
    static final TimelineFilter ALL =
            new TimelineFilter(
                    Collections.emptySortedSet(),
                    Collections.emptySortedSet(),
                    Period.until(Optional.empty(), Match.POSSIBLE));

    /// The same, of what had happened by the end of another period.
    TimelineFilter until(Period other) {
        return new TimelineFilter(types, statuses, period.until(other));
    }

    boolean passes(Fact fact) {
        return (types.isEmpty() || types.contains(fact.type()))
                && (statuses.isEmpty() || statuses.contains(fact.status()))
                && period.includes(fact);
    }
}
