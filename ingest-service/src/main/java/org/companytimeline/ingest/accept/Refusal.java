package org.companytimeline.ingest.accept;

/// Why an event is not taken.
public enum Refusal {
    /// Its bytes can't be read: no JSON, a lone surrogate, too deep.
    UNREADABLE,
    /// It can be read and says something that is not accepted.
    INVALID,
    /// It names a publisher that the poster may not speak for.
    FOREIGN_PUBLISHER,
    /// It bears the mark of an operator, and the poster is none.
    FOREIGN_MARK,
    /// Its id or idempotency key was used with another content.
    REUSED,
    /// Its id or idempotency key is being written right now.
    IN_FLIGHT,
    /// It, or what it becomes in the log, is over a bound.
    TOO_LARGE,
    /// There is no room for it now: the bound on bytes in flight is reached.
    BUSY,
    /// The log can't be written. Nothing of it was sent.
    LOG_UNAVAILABLE,
    /// It was sent and the log did not acknowledge it in time: it may stand there or not. A retry
    /// with the same id is safe.
    OUTCOME_UNKNOWN
}
