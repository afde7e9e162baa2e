package org.companytimeline.event;

/// How a company ended.
public enum ClosureKind {
    CEASED,
    DISSOLVED,
    BANKRUPT,
    LIQUIDATED
}
