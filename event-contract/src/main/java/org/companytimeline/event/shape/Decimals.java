package org.companytimeline.event.shape;

import java.math.BigDecimal;

/// The one way to write a decimal: no trailing zeros, no exponent unless it is far from zero.
public final class Decimals {

    private static final int MOST_PLAIN_ZEROS = 30;

    private Decimals() {}

    /// Equal numbers give equal results.
    public static BigDecimal normal(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 && stripped.scale() > -MOST_PLAIN_ZEROS
                ? stripped.setScale(0)
                : stripped;
    }

    /// Equal numbers give equal texts.
    public static String print(BigDecimal number) {
        BigDecimal normal = normal(number);
        return Math.abs((long) normal.scale()) <= MOST_PLAIN_ZEROS
                ? normal.toPlainString()
                : normal.toString();
    }
}
