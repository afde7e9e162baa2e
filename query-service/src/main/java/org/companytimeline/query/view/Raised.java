package org.companytimeline.query.view;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rounds of a group that were raised in one currency, or that are not disclosed.
///
/// @param group by dimension; what is not known, or not asked for, is absent
/// @param rounds how many there are
/// @param sums null where they are not disclosed
public record Raised(Map<Dimension, String> group, long rounds, @Nullable Sums sums) {

    /// What disclosed rounds come to.
    ///
    /// @param least the sum of what each has raised at least
    /// @param most the sum of what each has raised at most; null where one is open above
    /// @param isPlain whether each is one amount and no range
    /// @param lowerMiddle of the amounts in order, the one in the middle or just below
    /// @param upperMiddle the one in the middle or just above
    public record Sums(
            String currency,
            BigDecimal least,
            @Nullable BigDecimal most,
            boolean isPlain,
            BigDecimal lowerMiddle,
            BigDecimal upperMiddle) {}
}
