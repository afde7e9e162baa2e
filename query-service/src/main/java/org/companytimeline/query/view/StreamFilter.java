package org.companytimeline.query.view;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/// Which events a subscriber wants: those that fit every part that is given.
///
/// It looks at the event alone, never at what became of it, so it gives the same events for ever.
///
/// @param index companies and types, by which the read model finds events
/// @param countries of which its details name one, ISO 3166-1 alpha-2; empty for all
/// @param statuses of which it says one itself; empty for all
/// @param money what its own money must be; empty for all
public record StreamFilter(
        EventFilter index,
        Set<String> countries,
        Set<String> statuses,
        Optional<MoneyFilter> money) {

    public StreamFilter {
        countries = Set.copyOf(countries);
        statuses = Set.copyOf(statuses);
    }

    /// Money of one currency.
    ///
    /// @param currency ISO 4217
    /// @param minimum what the largest figure that the event gives must reach; empty for any
    ///   figure, and for none
    public record MoneyFilter(String currency, Optional<BigDecimal> minimum) {

        private boolean fits(EventTraits.Figure figure) {
            return figure.currency().equals(currency)
                    && (minimum.isEmpty()
                            || figure.largest()
                                    .filter(largest -> largest.compareTo(minimum.get()) >= 0)
                                    .isPresent());
        }
    }

    /// Whether every event fits.
    public boolean isAll() {
        return index.equals(EventFilter.ALL) && !looksInside();
    }

    /// Whether more than companies and types is asked for.
    public boolean looksInside() {
        return !countries.isEmpty() || !statuses.isEmpty() || money.isPresent();
    }

    /// Whether the event with these traits fits.
    public boolean fits(EventTraits event) {
        return (index.types().isEmpty() || index.types().contains(event.type()))
                && isOneOf(index.companies(), event.companies())
                && isOneOf(countries, event.countries())
                && (statuses.isEmpty() || event.status().filter(statuses::contains).isPresent())
                && (money.isEmpty() || event.money().stream().anyMatch(money.get()::fits));
    }

    private static <T> boolean isOneOf(Set<T> wanted, Set<T> given) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, given);
    }
}
