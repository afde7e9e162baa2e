package org.companytimeline.timeline.project;

import java.util.Set;
import org.companytimeline.model.CompanySummary;

/// What the row of a company, and those that it is found by, say of some types of its facts: read
/// together, and only where one of them was folded.
enum Aspect {
    /// What a list says of it, and the names that it took.
    SUMMARY,
    /// Its aliases and identifiers.
    IDENTITY;

    Set<String> types() {
        return switch (this) {
            case SUMMARY -> CompanySummary.TYPES;
            case IDENTITY -> Set.of("identified");
        };
    }
}
