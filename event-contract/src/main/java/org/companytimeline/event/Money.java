package org.companytimeline.event;

import java.math.BigDecimal;
import org.companytimeline.event.shape.AsText;
import org.jspecify.annotations.Nullable;

/// An amount of money: exact decimals, an ISO 4217 currency.
///
/// An undisclosed amount (`disclosed: false`) has no `amount`, `min` or `max` and never counts as
/// 0. A disclosed one has a currency and an `amount`, a `min`, a `max`, or several of them, with
/// `min <= amount <= max`.
public record Money(
        @AsText @Nullable BigDecimal amount,
        @Nullable Currency currency,
        @Nullable Boolean approximate,
        @AsText @Nullable BigDecimal min,
        @AsText @Nullable BigDecimal max,
        @Nullable Boolean disclosed) {}
