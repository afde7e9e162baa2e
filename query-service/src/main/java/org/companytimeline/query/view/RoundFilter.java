package org.companytimeline.query.view;

import java.util.List;
import java.util.SortedSet;

/// Which rounds of funding are counted, and by what.
///
/// @param by no dimension twice; the groups are ordered by these, in this order
/// @param countries ISO 3166-1 codes of companies; empty for all
/// @param rounds JSON names of kinds; empty for all
/// @param currencies ISO 4217 codes of disclosed ones, those that are not disclosed count beside
///   them; empty for all
/// @param statuses JSON names of statuses
/// @param period when they took place
public record RoundFilter(
        List<Dimension> by,
        SortedSet<String> countries,
        SortedSet<String> rounds,
        SortedSet<String> currencies,
        SortedSet<String> statuses,
        Period period) {

    /// Whether no group can hold sums of two currencies.
    boolean isOfOneCurrency() {
        return by.contains(Dimension.CURRENCY) || currencies.size() == 1;
    }
}
