package org.companytimeline.query.view;

import java.util.Optional;
import java.util.SortedSet;

/// Which companies are asked for.
///
/// @param q a name, an identifier or a part of a name, typing errors allowed; empty for all
///   companies by name
/// @param facets of what is to be counted how often each value occurs
public record CompanySearch(Optional<String> q, CompanyFilter filter, SortedSet<Facet> facets) {

    /// The longest `q`, in characters.
    public static final int LONGEST_Q = 200;

    Question question() {
        return Question.of("companies", q, filter, facets);
    }
}
