package org.companytimeline.event;

/// What a company's seat is: where it is run from, or the address that it is registered at.
public enum SeatKind {
    HEADQUARTERS,
    REGISTERED_OFFICE
}
