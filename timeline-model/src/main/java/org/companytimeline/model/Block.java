package org.companytimeline.model;

import org.companytimeline.event.Event;
import org.jspecify.annotations.Nullable;

/// The smallest set of claims that fold together: one company, type and natural key.
@SuppressWarnings("DoNotCallSuggester")
public final class Block {

    private Block() {}

    /// The key of the block in which an event lies by its own content, at most 200 characters; null
    /// for events that are no claims (annotations). A threaded event lies in the block of the first
    /// recorded event of its thread instead.
    public static @Nullable String keyOf(Event event) {
        throw new UnsupportedOperationException();
    }

    /// The identity of an event's thread within its company: 32 bytes over publisher, type and
    /// thread; null where it has none.
    public static byte @Nullable [] threadOf(Event event) {
        throw new UnsupportedOperationException();
    }
}
