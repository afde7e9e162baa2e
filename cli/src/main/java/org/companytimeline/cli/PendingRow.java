package org.companytimeline.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row that is not settled yet. Guarded by the ledger in which it is.
final class PendingRow {
    /// What a row takes beside its bytes.
    private static final long OVERHEAD_BYTES = 200;

    private final FileRow row;
    private final boolean isRepeat;
    private final long bytes;
    private int unanswered;
    private int taken;
    private @Nullable RowRefusal refusal;

    private PendingRow(
            FileRow row, List<RowEvent> toSend, boolean isRepeat, @Nullable RowRefusal refusal) {
        this.row = row;
        this.isRepeat = isRepeat;
        this.refusal = refusal;
        unanswered = toSend.size();
        bytes =
                OVERHEAD_BYTES
                        + row.raw().length
                        + toSend.stream()
                                .mapToLong(event -> OVERHEAD_BYTES + event.json().length)
                                .sum();
    }

    /// @param toSend its events but for those that earlier rows gave; if it has none, it repeats
    ///   them
    static PendingRow of(FileRow row, List<RowEvent> toSend) {
        return new PendingRow(row, toSend, toSend.isEmpty(), null);
    }

    static PendingRow refused(FileRow row, RowRefusal why) {
        return new PendingRow(row, List.of(), false, why);
    }

    FileRow row() {
        return row;
    }

    long bytes() {
        return bytes;
    }

    boolean isRepeat() {
        return isRepeat;
    }

    /// Whether it has the fields that it should have.
    boolean isReadable() {
        return !(row instanceof FileRow.Refused told) || told.isReadable();
    }

    boolean isAnswered() {
        return unanswered == 0;
    }

    /// One of its events is recorded.
    void take() {
        unanswered--;
        taken++;
    }

    /// How many of its events are recorded by this import.
    int taken() {
        return taken;
    }

    /// One of its events is refused; the first reason stands.
    void refuse(RowRefusal why) {
        unanswered--;
        if (refusal == null) {
            refusal = why;
        }
    }

    @Nullable RowRefusal refusal() {
        return refusal;
    }
}
