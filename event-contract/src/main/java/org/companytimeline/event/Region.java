package org.companytimeline.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// An ISO 3166-2 subdivision code such as `US-CA`.
public record Region(@JsonValue String code) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Region {}

    @Override
    public String toString() {
        return code;
    }
}
