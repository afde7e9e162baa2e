package org.companytimeline.event;

/// What a valuation measures.
public enum ValuationKind {
    PRE_MONEY,
    POST_MONEY,
    SECONDARY,
    TARGET,
    ESTIMATE
}
