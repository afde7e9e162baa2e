package org.companytimeline.ingest.http;

import org.companytimeline.ingest.accept.Answer;
import org.companytimeline.ingest.accept.Refusal;

/// Refusals that are known before an event is looked at, and the one for a fault of this service.
final class Refusals {

    static final Answer.Refused BUSY =
            new Answer.Refused(
                    Refusal.BUSY,
                    "The service holds as many bytes of events as it may. Nothing was written. Try"
                            + " again.");

    static final Answer.Refused FAULT =
            new Answer.Refused(
                    Refusal.OUTCOME_UNKNOWN,
                    "The service failed while it took the event, which may have been written or"
                            + " not. Post it again with the same id or Idempotency-Key; it counts"
                            + " once.");

    static final Answer.Refused BROKEN =
            new Answer.Refused(
                    Refusal.UNREADABLE, "The body broke off. Nothing was written. Post it again.");

    private Refusals() {}

    /// @param what a body, a line or a batch
    static Answer.Refused tooLarge(String what, long bytesMax) {
        return new Answer.Refused(
                Refusal.TOO_LARGE,
                "The "
                        + what
                        + " is longer than "
                        + bytesMax
                        + " bytes. Post shorter events, or many as lines of application/x-ndjson.");
    }
}
