package org.companytimeline.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.companytimeline.event.Position;
import org.jspecify.annotations.Nullable;

/// The rows of an import in the order of the file, from when they are read until they are settled:
/// all their events answered, and all rows before them settled.
///
/// Refused rows are written when they are settled, so in file order, and five times a second the
/// journal says how far all is settled. Safe for use by several threads.
final class ImportLedger {
    /// How many rows may wait.
    static final int MOST_ROWS = 20_000;

    /// How many bytes of rows and events may wait, but for one row that alone has more.
    static final long MOST_BYTES = 24L * 1024 * 1024;

    private static final long JOURNAL_EVERY_NANOS = 200_000_000;

    private final ImportRejects rejects;
    private final Checkpoint checkpoint;
    private final ArrayDeque<PendingRow> pending = new ArrayDeque<>();
    private final Map<Integer, Long> first;
    private final Map<Integer, Long> last;
    private long pendingBytes;
    private long rows;
    private long taken;
    private long repeats;
    private long refused;
    private long events;
    private long journaledAt = System.nanoTime();
    private long journaledRows;
    private @Nullable CommandException failure;

    /// Where how far an import is outlives it.
    interface Checkpoint {
        void store(ImportPoint point);
    }

    ImportLedger(ImportPoint from, ImportRejects rejects, Checkpoint checkpoint) {
        this.rejects = rejects;
        this.checkpoint = checkpoint;
        first = new HashMap<>(from.first());
        last = new HashMap<>(from.positions());
        rows = from.rows();
        taken = from.taken();
        repeats = from.repeats();
        refused = from.refused();
        events = from.events();
        journaledRows = from.rows();
    }

    /// Takes the next row of the file; waits while too many wait to be settled.
    ///
    /// @throws CommandException if the import has failed
    synchronized void add(PendingRow row) throws InterruptedException {
        while (failure == null
                && !pending.isEmpty()
                && (pending.size() >= MOST_ROWS || pendingBytes + row.bytes() > MOST_BYTES)) {
            wait();
        }
        requireNoFailure();
        pending.add(row);
        pendingBytes += row.bytes();
        settle();
    }

    /// The next row of the file has been refused and is too long to wait: it is written when all
    /// before it are settled.
    synchronized void addLong(PendingRow row, ImportRejects.Rest rest) throws InterruptedException {
        awaitSettled();
        count(row, rest);
    }

    /// An event of a row is recorded.
    synchronized void taken(PendingRow row, Position position) {
        row.take();
        first.merge(position.partition(), position.offset(), Math::min);
        last.merge(position.partition(), position.offset(), Math::max);
        settle();
    }

    /// An event of a row would be recorded if it were sent.
    synchronized void wouldBeTaken(PendingRow row) {
        row.take();
        settle();
    }

    /// An event of a row is refused, and so is the row.
    synchronized void refused(PendingRow row, RowRefusal why) {
        row.refuse(why);
        settle();
    }

    /// A row counts as refused after all.
    synchronized void refuseLater() {
        taken--;
        refused++;
    }

    /// Ends the import; the first reason stands.
    synchronized void fail(CommandException reason) {
        if (failure == null) {
            failure = reason;
        }
        notifyAll();
    }

    synchronized void requireNoFailure() {
        if (failure != null) {
            throw failure;
        }
    }

    /// Waits until every row that was added is settled.
    ///
    /// @throws CommandException if the import has failed
    synchronized void awaitSettled() throws InterruptedException {
        while (failure == null && !pending.isEmpty()) {
            wait();
        }
        requireNoFailure();
    }

    private void settle() {
        var before = rows;
        for (var row = pending.peek(); row != null && row.isAnswered(); row = pending.peek()) {
            pending.remove();
            pendingBytes -= row.bytes();
            count(row, ImportRejects.Rest.NONE);
        }
        if (rows > before) {
            notifyAll();
        }
        if (rows > journaledRows && System.nanoTime() - journaledAt > JOURNAL_EVERY_NANOS) {
            journal();
        }
    }

    private void count(PendingRow row, ImportRejects.Rest rest) {
        rows = row.row().number();
        events += row.taken();
        var why = row.refusal();
        if (why != null) {
            write(row, rest, why);
            refused++;
        } else if (row.isRepeat()) {
            repeats++;
        } else {
            taken++;
        }
    }

    private void write(PendingRow row, ImportRejects.Rest rest, RowRefusal why) {
        try {
            rejects.write(row.row().line(), row.row().raw(), rest, row.isReadable(), why);
        } catch (IOException e) {
            fail(new CommandException("Could not write the refused rows: " + e, e));
        }
    }

    /// Makes what is settled outlive the process.
    synchronized void journal() {
        journaledAt = System.nanoTime();
        journaledRows = rows;
        try {
            checkpoint.store(point(rejects.flush()));
        } catch (IOException e) {
            fail(new CommandException("Could not write the refused rows: " + e, e));
        }
    }

    /// How far it is.
    synchronized ImportPoint point() {
        return point(0);
    }

    private ImportPoint point(long rejectsBytes) {
        return new ImportPoint(rows, taken, repeats, refused, events, first, last, rejectsBytes);
    }
}
