package org.companytimeline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;

/// An amount of money in words, always exact: `6200000000` is `6.2 billion USD`, `6234567891` stays
/// in digits.
final class ReadableMoney {
    private static final int MAX_DECIMALS_IN_WORDS = 3;
    private static final int BILLION_EXPONENT = 9;
    private static final int MILLION_EXPONENT = 6;

    private ReadableMoney() {}

    static String of(JsonNode money) {
        if (money.path("disclosed").isBoolean() && !money.path("disclosed").asBoolean()) {
            return "amount undisclosed";
        }
        var currency = money.path("currency").asText("");
        var text = new StringBuilder(money.path("approximate").asBoolean() ? "about " : "");
        if (money.hasNonNull("amount")) {
            text.append(amount(money.path("amount").asText()));
            if (money.hasNonNull("min") || money.hasNonNull("max")) {
                text.append(" (%s)".formatted(range(money)));
            }
        } else {
            text.append(range(money));
        }
        return text.append(currency.isEmpty() ? "" : " " + currency).toString();
    }

    private static String range(JsonNode money) {
        var min = money.path("min").asText("");
        var max = money.path("max").asText("");
        if (min.isEmpty()) {
            return max.isEmpty() ? "an amount" : "at most " + amount(max);
        }
        return max.isEmpty()
                ? "at least " + amount(min)
                : "%s to %s".formatted(amount(min), amount(max));
    }

    private static String amount(String digits) {
        BigDecimal amount;
        try {
            amount = new BigDecimal(digits);
        } catch (NumberFormatException _) {
            return digits;
        }
        return inWords(amount, BILLION_EXPONENT, "billion")
                .or(() -> inWords(amount, MILLION_EXPONENT, "million"))
                .orElseGet(() -> grouped(amount));
    }

    private static Optional<String> inWords(BigDecimal amount, int exponent, String unit) {
        var scaled = amount.movePointLeft(exponent).stripTrailingZeros();
        return scaled.abs().compareTo(BigDecimal.ONE) >= 0
                        && scaled.scale() <= MAX_DECIMALS_IN_WORDS
                ? Optional.of("%s %s".formatted(grouped(scaled), unit))
                : Optional.empty();
    }

    private static String grouped(BigDecimal amount) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        format.setMinimumFractionDigits(Math.max(0, amount.scale()));
        return format.format(amount);
    }
}
