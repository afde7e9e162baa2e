package org.companytimeline.event;

/// What kind of role a person holds.
public enum RoleKind {
    EXECUTIVE,
    BOARD,
    ADVISER,
    EMPLOYEE
}
