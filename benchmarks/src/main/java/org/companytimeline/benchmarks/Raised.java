package org.companytimeline.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a company raised: how often, from when to when, how many US dollars.
///
/// @param first,last absent where no round has a day
record Raised(
        long rounds, @Nullable LocalDate first, @Nullable LocalDate last, BigDecimal dollars) {

    private static final BigDecimal SLACK = BigDecimal.ONE;

    /// @param day absent where the round has none
    static Raised once(@Nullable LocalDate day, BigDecimal dollars) {
        return new Raised(1, day, day, dollars);
    }

    Raised plus(Raised other) {
        return new Raised(
                rounds + other.rounds,
                earlier(first, other.first),
                later(last, other.last),
                dollars.add(other.dollars));
    }

    /// Whether two totals differ by no more than rounding: a dollar.
    boolean isAboutAsMuchAs(BigDecimal other) {
        return dollars.subtract(other).abs().compareTo(SLACK) <= 0;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }
}
