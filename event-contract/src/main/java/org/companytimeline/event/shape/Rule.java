package org.companytimeline.event.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What must hold between the components of one record.
public interface Rule<T> {

    /// Judges which members there are, also where some of them are at fault themselves. False after
    /// at least one fault was taken down.
    default boolean checkMembers(JsonNode json, Pointer at, Faults faults) {
        return true;
    }

    /// Judges the whole value. False after at least one fault was taken down.
    default boolean check(T value, Pointer at, Faults faults) {
        return true;
    }

    /// Adds to the record's JSON Schema what can be said there.
    void describe(ObjectNode schema);
}
