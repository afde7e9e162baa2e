package org.companytimeline.query.view;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedSet;

/// What a list of companies is narrowed by: any of the values of one filter, all filters.
///
/// @param countries ISO 3166-1 alpha-2, of the headquarters, else of the founding
/// @param types types of events that ever named them, retracted ones too
/// @param statuses such as `active`
/// @param founded when they were founded
public record CompanyFilter(
        SortedSet<String> countries,
        SortedSet<String> types,
        SortedSet<String> statuses,
        Optional<Period> founded,
        Optional<Raised> raised) {

    /// Money that was raised.
    ///
    /// @param atLeast the least
    /// @param currency ISO 4217
    public record Raised(BigDecimal atLeast, String currency) {}

    public boolean isEmpty() {
        return countries.isEmpty()
                && types.isEmpty()
                && statuses.isEmpty()
                && founded.isEmpty()
                && raised.isEmpty();
    }

    /// Whether it asks for something that a company's own events alone say.
    public boolean isOfOwnRow() {
        return !countries.isEmpty() || !statuses.isEmpty() || founded.isPresent();
    }
}
