package org.companytimeline.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.companytimeline.event.CompanyId;
import org.jspecify.annotations.Nullable;

/// What a company is, by its facts: pure, like the fold.
@SuppressWarnings("DoNotCallSuggester")
public final class CompanyState {

    private CompanyState() {}

    /// The folded state as JSON: `{id, name, names[], founded, headquarters, offices[], people[],
    /// funding, valuation, status, …}`.
    ///
    /// @param lastName the latest name that its own events give, else what others call it; null
    ///   where nobody named it (the id stands in)
    /// @param facts the facts on its timeline
    public static ObjectNode of(CompanyId id, @Nullable String lastName, Collection<Fact> facts) {
        throw new UnsupportedOperationException();
    }
}
