package org.companytimeline.event;

/// What a place of work is.
public enum OfficeKind {
    OFFICE,
    LAB,
    CAMPUS
}
