package org.companytimeline.query.view;

import java.util.List;
import java.util.SortedSet;

/// Which facts are counted, and by what.
///
/// @param by no dimension twice; the groups are ordered by these, in this order
/// @param countries ISO 3166-1 codes of companies; empty for all
/// @param types of facts; empty for all
/// @param statuses JSON names of statuses; empty for all
/// @param period when they happened
public record FactFilter(
        List<Dimension> by,
        SortedSet<String> countries,
        SortedSet<String> types,
        SortedSet<String> statuses,
        Period period) {}
