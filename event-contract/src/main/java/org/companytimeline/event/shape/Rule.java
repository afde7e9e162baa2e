package org.companytimeline.event.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What must hold between the components of one record.
public interface Rule<T> {

    /// False after at least one fault was taken down.
    boolean check(T value, Pointer at, Faults faults);

    /// Adds to the record's JSON Schema what can be said there.
    void describe(ObjectNode schema);
}
