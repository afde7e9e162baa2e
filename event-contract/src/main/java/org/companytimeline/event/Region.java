package org.companytimeline.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// An ISO 3166-2 subdivision code such as `US-CA`.
public record Region(@JsonValue String code) {

    public static final String PATTERN = "^[A-Z]{2}-[A-Z0-9]{1,3}$";
    private static final Pattern VALID = Pattern.compile(PATTERN);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Region {
        if (!VALID.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "not an ISO 3166-2 subdivision code, such as US-CA: " + code);
        }
    }

    /// The country that it is a part of.
    public String countryCode() {
        return code.substring(0, 2);
    }

    @Override
    public String toString() {
        return code;
    }
}
