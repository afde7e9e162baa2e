package org.companytimeline.event;

/// What kind of programme a company joins.
public enum ProgrammeKind {
    ACCELERATOR,
    CAMPUS,
    LAB
}
