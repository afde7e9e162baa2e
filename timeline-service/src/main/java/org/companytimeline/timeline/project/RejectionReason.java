package org.companytimeline.timeline.project;

import java.util.Locale;

/// Why a record of the log stands in no timeline.
public enum RejectionReason {
    /// It is no event, or its data breaks the contract.
    MALFORMED,
    /// Its key is not its subject.
    WRONG_KEY,
    /// It lies in another partition than its key belongs in.
    WRONG_PARTITION,
    /// Its id stands already, with other content.
    ID_CONFLICT,
    /// It alone makes its batch fail.
    NOT_STORED;

    /// As it is stored and served, such as `id-conflict`.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
