package org.companytimeline.query.view;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.companytimeline.event.CompanyId;

/// The place of a company in a list of companies.
interface PlaceKey<K extends PlaceKey<K>> extends SortKey, Comparable<K> {

    /// The record that stands there.
    CompanyId id();

    /// Compares as PostgreSQL does in its collation C.
    static int compareTexts(String one, String other) {
        return Arrays.compareUnsigned(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
