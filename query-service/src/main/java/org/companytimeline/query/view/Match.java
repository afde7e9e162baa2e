package org.companytimeline.query.view;

/// How a date that may lie on either side of a bound counts.
public enum Match {
    /// Some day that the date can mean lies within the bounds.
    POSSIBLE,
    /// Every day that the date can mean lies within the bounds.
    CERTAIN
}
