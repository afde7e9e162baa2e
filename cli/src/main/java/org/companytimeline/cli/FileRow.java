package org.companytimeline.cli;

import java.util.List;

/// A row of a file that is being imported.
sealed interface FileRow {
    /// Counted from 1, without a header.
    long number();

    /// On which it begins, counted from 1.
    long line();

    /// Its bytes as they were; of one that is too long the first of them.
    byte[] raw();

    /// A row that gives events.
    ///
    /// @param events at least one
    @SuppressWarnings("ArrayRecordComponent") // never changed, never compared
    record Mapped(long number, long line, byte[] raw, List<RowEvent> events) implements FileRow {}

    /// A row that gives none.
    ///
    /// @param why what to change
    /// @param isReadable whether it has the fields that it should have
    /// @param isLong whether it goes on behind `raw`
    @SuppressWarnings("ArrayRecordComponent") // never changed, never compared
    record Refused(
            long number, long line, byte[] raw, RowRefusal why, boolean isReadable, boolean isLong)
            implements FileRow {}
}
