package org.companytimeline.query.view;

import java.util.function.Function;

/// Where the projection of the log is read.
public interface ReadModel {

    /// Reads from one snapshot; nothing that it gave may be used afterwards.
    ///
    /// @throws ReadModelUnavailable if the database is away, too busy or too slow
    <T> T inSnapshot(Function<Snapshot, T> read);

    /// Reads from one snapshot that may be held for long, with pages of few bytes. It is tried
    /// once.
    ///
    /// @throws ReadModelUnavailable if the database is away, too busy or too slow
    <T> T inLongSnapshot(Function<Snapshot, T> read);
}
