package org.companytimeline.event;

/// How sure a source is that a claim holds, or that it never did.
public enum Status {
    RUMOURED,
    PLANNED,
    REPORTED,
    CONFIRMED,
    DENIED,
    CANCELLED
}
