package org.companytimeline.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// An ISO 3166-1 alpha-2 country code, upper case.
public record Country(@JsonValue String code) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Country {}

    @Override
    public String toString() {
        return code;
    }
}
