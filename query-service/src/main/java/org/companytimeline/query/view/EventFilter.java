package org.companytimeline.query.view;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.companytimeline.event.CompanyId;

/// Which recorded events are asked for.
///
/// @param companies that stand on the timeline of one of these; empty for all. At most
///   [#MOST_COMPANIES]
/// @param types JSON names, or CloudEvents types in full; empty for all
public record EventFilter(SortedSet<CompanyId> companies, SortedSet<String> types) {

    public static final int MOST_COMPANIES = 100;

    /// All events.
    public static final EventFilter ALL = new EventFilter(new TreeSet<>(), new TreeSet<>());

    public EventFilter {
        companies = Collections.unmodifiableSortedSet(companies);
        types = Collections.unmodifiableSortedSet(types);
    }
}
