package org.companytimeline.event;

/// What kind of source stands behind a claim, from the most to the least authoritative.
public enum SourceKind {
    REGISTRY,
    FILING,
    COMPANY,
    PRESS,
    AGGREGATOR,
    SOCIAL
}
