package org.companytimeline.event;

/// What a partnership is for.
public enum PartnershipKind {
    COMMERCIAL,
    RESEARCH,
    DISTRIBUTION,
    INVESTMENT,
    GOVERNMENT
}
