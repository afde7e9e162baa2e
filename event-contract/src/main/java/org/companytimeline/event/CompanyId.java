package org.companytimeline.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// The id of a company: 1 to 80 lower-case letters, digits, `_`, `-` and, after the first, `.`.
public record CompanyId(@JsonValue String value) implements Comparable<CompanyId> {

    public static final String PATTERN = "^[a-z0-9_-][a-z0-9._-]{0,79}$";
    private static final Pattern VALID = Pattern.compile(PATTERN);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CompanyId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a company id: " + value);
        }
    }

    public static boolean isValid(String text) {
        return VALID.matcher(text).matches();
    }

    @Override
    public int compareTo(CompanyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
