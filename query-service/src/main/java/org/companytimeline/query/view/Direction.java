package org.companytimeline.query.view;

/// Whether a list runs from first to last or from last to first.
public enum Direction {
    ASC,
    DESC
}
