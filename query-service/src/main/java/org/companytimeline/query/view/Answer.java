package org.companytimeline.query.view;

import java.util.function.Supplier;

/// What a read comes to.
public sealed interface Answer {

    /// Something was found.
    ///
    /// @param tag known before the body is read
    /// @param body UTF-8 JSON; read at most once, within the snapshot, and only if the asker does
    ///   not hold it already
    record Found(EntityTag tag, Supplier<byte[]> body) implements Answer {}

    /// The thing asked for goes by another id.
    ///
    /// @param location the path and query at which it is found
    record Moved(String location) implements Answer {}

    /// The read is refused.
    record Refused(Refusal refusal) implements Answer {}
}
