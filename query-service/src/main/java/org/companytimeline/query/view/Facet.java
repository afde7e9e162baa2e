package org.companytimeline.query.view;

import java.util.List;
import java.util.Locale;

/// A property of companies whose values are counted over all hits of a search.
public enum Facet {
    COUNTRY,
    FOUNDED,
    STATUS,
    TYPE;

    /// The most values that are given of one.
    public static final int MOST_VALUES = 100;

    /// As it stands in a request.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// How many hits have a value.
    public record Count(Facet facet, String value, long count) {}

    /// The counts of some facets, and of how many hits.
    public record Counts(long total, List<Count> counts) {}
}
