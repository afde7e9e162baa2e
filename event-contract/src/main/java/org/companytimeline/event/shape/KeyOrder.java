package org.companytimeline.event.shape;

/// The order of an object's keys: as a record declares them, or by their characters.
public enum KeyOrder {
    DECLARED,
    SORTED
}
