package org.companytimeline.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// An ISO 4217 currency code, upper case.
public record Currency(@JsonValue String code) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Currency {}

    @Override
    public String toString() {
        return code;
    }
}
