package org.companytimeline.model;

import org.companytimeline.event.RecordedEvent;

/// A fact as readers get it, the same bytes wherever it is written.
@SuppressWarnings("DoNotCallSuggester")
public final class FactJson {

    /// How many claims stand in a fact's JSON; the rest are read page by page.
    public static final int CLAIMS_IN_PLACE = 100;

    private FactJson() {}

    /// `{id, type, when{edtf, earliest, latest, text}, status, details, companies[], claims[],
    /// claimCount, conflicts[]}` as UTF-8, keys always in this order, absent values left out.
    public static byte[] write(Fact fact) {
        throw new UnsupportedOperationException();
    }

    /// One claim of a fact, the same bytes as in its `claims[]`: `{event, position, recordedAt,
    /// when, status, details, sources[], leading}`.
    public static byte[] writeClaim(Fact fact, RecordedEvent claim) {
        throw new UnsupportedOperationException();
    }
}
