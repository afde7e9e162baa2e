package org.companytimeline.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// An ISO 4217 currency code, upper case, of today or of the past.
public record Currency(@JsonValue String code) {

    private static final Set<String> CODES =
            java.util.Currency.availableCurrencies()
                    .map(java.util.Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Currency {
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("not an ISO 4217 currency code: " + code);
        }
    }

    /// Every code there is, sorted.
    public static List<String> codes() {
        return CODES.stream().sorted().toList();
    }

    @Override
    public String toString() {
        return code;
    }
}
