package org.companytimeline.model;

import java.util.Collection;
import java.util.List;
import org.companytimeline.event.RecordedEvent;

/// `fold(set of claims, policy)`: what a company's claims say, as facts.
@SuppressWarnings("DoNotCallSuggester")
public final class Fold {

    /// Raised with every change that could give other facts for the same claims; facts are stored
    /// with it and folded anew when it differs.
    public static final int VERSION = 1;

    private Fold() {}

    /// The facts of all events of one company (its own, in any order, duplicates removed), in
    /// timeline order.
    public static List<Fact> timeline(Collection<RecordedEvent> events, Policy policy) {
        throw new UnsupportedOperationException();
    }

    /// The facts of one block: all the claims that lie in it (see [Block]), in any order. Blocks
    /// are independent, so folding each and sorting gives [#timeline].
    public static List<Fact> block(Collection<RecordedEvent> claims, Policy policy) {
        throw new UnsupportedOperationException();
    }
}
