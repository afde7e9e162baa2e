package org.companytimeline.model;

import java.math.BigDecimal;
import org.companytimeline.event.Currency;
import org.companytimeline.event.Money;
import org.jspecify.annotations.Nullable;

/// What a disclosed sum of money can be: between `low` and `high` (either may be open), and
/// `typical` where one number must stand for it; `approximate` where its source says so.
public record Amount(
        Currency currency,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        BigDecimal typical,
        boolean approximate) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /// The amount of a sum of money; null where it is not disclosed.
    public static @Nullable Amount of(@Nullable Money money) {
        if (money == null || money.currency() == null) {
            return null;
        }
        boolean approximate = Boolean.TRUE.equals(money.approximate());
        BigDecimal low = money.min();
        BigDecimal high = money.max();
        BigDecimal amount = money.amount();
        if (amount != null) {
            boolean exact = low == null && high == null;
            return new Amount(
                    money.currency(),
                    exact ? amount : low,
                    exact ? amount : high,
                    amount,
                    approximate);
        }
        if (low != null && high != null) {
            return new Amount(money.currency(), low, high, low.add(high).divide(TWO), approximate);
        }
        BigDecimal known = low != null ? low : high;
        return known == null ? null : new Amount(money.currency(), low, high, known, approximate);
    }

    /// How far two amounts of one currency lie apart.
    BigDecimal distance(Amount other) {
        return typical.subtract(other.typical).abs();
    }

    /// Whether the two are of one currency and apart by at most this part of the larger.
    boolean isWithin(BigDecimal slack, Amount other) {
        return currency.equals(other.currency) && isWithin(slack, typical, other.typical);
    }

    static boolean isWithin(BigDecimal slack, BigDecimal one, BigDecimal other) {
        BigDecimal larger = one.abs().max(other.abs());
        return one.subtract(other).abs().compareTo(slack.multiply(larger)) <= 0;
    }
}
