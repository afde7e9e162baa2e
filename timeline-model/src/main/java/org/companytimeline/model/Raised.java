package org.companytimeline.model;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.companytimeline.event.CompanyEvent.Funded;
import org.companytimeline.event.CompanyId;

/// The least that a company has raised.
public final class Raised {

    private Raised() {}

    /// For each currency the sum of the lower bounds of its rounds that hold. A round whose lower
    /// bound is not known counts as 0, one that is not disclosed not at all.
    ///
    /// @param facts of the type `funded` at least, in any order
    public static SortedMap<String, BigDecimal> atLeast(CompanyId id, Collection<Fact> facts) {
        SortedMap<String, BigDecimal> least = new TreeMap<>();
        for (Fact fact : facts) {
            if (fact.subject().equals(id)
                    && fact.holds()
                    && fact.details() instanceof Funded funded) {
                Amount amount = Amount.of(funded.money());
                if (amount != null) {
                    BigDecimal low = amount.low() == null ? BigDecimal.ZERO : amount.low();
                    least.merge(amount.currency().code(), low, BigDecimal::add);
                }
            }
        }
        return least;
    }
}
