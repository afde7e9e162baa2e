package org.companytimeline.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// An ISO 3166-1 alpha-2 country code, upper case.
public record Country(@JsonValue String code) {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Country {
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("not an ISO 3166-1 alpha-2 country code: " + code);
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
