package org.companytimeline.ingest.http;

/// The scopes of a token that this service looks at.
final class Scopes {

    static final String EVENTS_WRITE = "events:write";

    /// Lets its bearer post in the name of other publishers, and correct or retract what they said.
    static final String OPERATE = "operate";

    private Scopes() {}
}
