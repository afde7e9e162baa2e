package org.companytimeline.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.companytimeline.mapping.records.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/// One run of an import: reads the rows, sends their events over several lanes, and waits until all
/// can be read.
///
/// A company's events always take the same lane, so their order is that of the file. What waits
/// between reading and an answer is bounded by [ImportLedger] and [ImportLane], so memory does not
/// grow with the file.
final class Import {
    private final ImportJob job;
    private final @Nullable ImportStack stack;
    private final Consumer<String> notices;
    private volatile @Nullable ImportLedger ledger;
    private volatile @Nullable CountedInput input;
    private volatile @Nullable Thread runner;
    private volatile boolean isWaiting;

    /// @param stack null where nothing is sent
    /// @param notices is told in a line what a person should know meanwhile
    Import(ImportJob job, @Nullable ImportStack stack, Consumer<String> notices) {
        this.job = job;
        this.stack = stack;
        this.notices = notices;
    }

    /// @throws CommandException where it could not be done; what was settled is journaled then
    ImportSummary run() throws InterruptedException {
        runner = Thread.currentThread();
        try {
            Files.createDirectories(job.folder());
            var fingerprint = FileFingerprint.of(job.file(), job.mappingText());
            try (var _ = ImportTurn.take(job.folder().resolve(fingerprint + ".lock"));
                    var seen = new SeenEvents(job.folder())) {
                return run(fingerprint, seen);
            }
        } catch (NoSuchFileException e) {
            throw new CommandException("There is no file " + e.getFile(), e);
        } catch (UnreadableFileException e) {
            throw new CommandException("%s: %s".formatted(job.file(), e.getMessage()), e);
        } catch (IOException e) {
            throw new CommandException("Could not import %s: %s".formatted(job.file(), e), e);
        }
    }

    /// Ends it from another thread: [#run] throws soon.
    void stop() {
        var current = ledger;
        var thread = runner;
        if (isWaiting && thread != null) {
            thread.interrupt();
        } else if (current != null) {
            current.fail(new CommandException("Stopped"));
        }
    }

    /// How far it is.
    ImportPoint point() {
        var current = ledger;
        return current == null ? ImportPoint.START : current.point();
    }

    /// How many bytes of the file were read.
    long bytesRead() {
        var current = input;
        return current == null ? 0 : current.count();
    }

    /// Whether everything is sent.
    boolean isWaiting() {
        return isWaiting;
    }

    private ImportSummary run(String fingerprint, SeenEvents seen)
            throws IOException, InterruptedException {
        var journal = new ImportJournal(job.folder().resolve(fingerprint + ".json"));
        var rejectsFile = job.rejects(fingerprint).toAbsolutePath();
        var log = stack == null ? "" : stack.timelines().cursor(job.giveUpAfter(), notices);
        var from = resumed(journal, rejectsFile.toString());
        var begun = System.nanoTime();
        try (var rows = open();
                var rejects =
                        new ImportRejects(
                                rejectsFile,
                                job.rejectedRows(rows.columns()),
                                from.rejectsBytes())) {
            var current =
                    new ImportLedger(
                            from,
                            rejects,
                            point -> {
                                if (stack != null) {
                                    journal.store(
                                            new ImportJournal.Entry(
                                                    log, rejectsFile.toString(), point));
                                }
                            });
            ledger = current;
            send(rows, current, seen, from.rows());
            var sent = System.nanoTime();
            isWaiting = true;
            if (stack != null) {
                stack.timelines().await(current.point().positions(), job.giveUpAfter());
                refuseRejected(current, rejects, seen);
            }
            rejects.flush();
            journal.remove();
            return new ImportSummary(
                    current.point(),
                    from.rows(),
                    rejectsFile,
                    Duration.ofNanos(sent - begun),
                    Duration.ofNanos(System.nanoTime() - sent));
        }
    }

    /// Where an earlier run that did not end is gone on from.
    private ImportPoint resumed(ImportJournal journal, String rejects)
            throws IOException, InterruptedException {
        var kept = journal.read();
        if (stack == null
                || kept.isEmpty()
                || kept.get().point().rows() == 0
                || !kept.get().rejects().equals(rejects)
                || !hasRejects(kept.get())
                || !stack.timelines().isOfThisLog(kept.get().log())) {
            return ImportPoint.START;
        }
        notices.accept(
                "An earlier run was stopped: going on behind row %,d"
                        .formatted(kept.get().point().rows()));
        return kept.get().point();
    }

    private static boolean hasRejects(ImportJournal.Entry kept) throws IOException {
        var bytes = kept.point().rejectsBytes();
        var file = Path.of(kept.rejects());
        return bytes == 0 || (Files.exists(file) && Files.size(file) >= bytes);
    }

    private RowSource open() throws IOException {
        // Not a channel: it would be closed where its reader is interrupted.
        var counted = new CountedInput(new FileInputStream(job.file().toFile()));
        input = counted;
        return job.mapping() == null
                ? new EventRows(counted)
                : MappedRows.open(counted, job.file().toString(), job.mapping());
    }

    /// @param settledRows how many rows need not be sent any more
    private void send(RowSource rows, ImportLedger current, SeenEvents seen, long settledRows)
            throws IOException, InterruptedException {
        var lanes = new ArrayList<ImportLane>();
        var threads = new ArrayList<Thread>();
        if (stack != null) {
            for (int i = 0; i < job.lanes(); i++) {
                var lane =
                        new ImportLane(stack.ingest(), current, seen, job.giveUpAfter(), notices);
                lanes.add(lane);
                threads.add(Thread.ofPlatform().name("lane " + i).start(lane));
            }
        }
        try {
            for (var row = rows.next(); row != null; row = rows.next()) {
                if (row.number() > settledRows) {
                    add(row, rows, current, seen, lanes);
                } else if (row instanceof FileRow.Mapped mapped) {
                    remember(mapped, seen);
                }
            }
            for (var lane : lanes) {
                lane.end();
            }
            current.awaitSettled();
            join(threads);
        } finally {
            threads.forEach(Thread::interrupt);
            join(threads);
            current.journal();
        }
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (var thread : threads) {
            thread.join();
        }
    }

    private static void remember(FileRow.Mapped row, SeenEvents seen) throws IOException {
        for (var event : row.events()) {
            seen.put(event, row.line());
        }
    }

    private void add(
            FileRow row,
            RowSource rows,
            ImportLedger current,
            SeenEvents seen,
            List<ImportLane> lanes)
            throws IOException, InterruptedException {
        switch (row) {
            case FileRow.Refused refused when refused.isLong() ->
                    current.addLong(PendingRow.refused(refused, refused.why()), rows::copyRest);
            case FileRow.Refused refused -> current.add(PendingRow.refused(refused, refused.why()));
            case FileRow.Mapped mapped -> add(mapped, current, seen, lanes);
        }
    }

    private void add(
            FileRow.Mapped row, ImportLedger current, SeenEvents seen, List<ImportLane> lanes)
            throws IOException, InterruptedException {
        var fresh = new ArrayList<RowEvent>();
        for (var event : row.events()) {
            switch (seen.put(event, row.line())) {
                case SeenEvents.Seen.First() -> fresh.add(event);
                case SeenEvents.Seen.Again _ -> {
                    // It is on its way already.
                }
                case SeenEvents.Seen.Otherwise other -> {
                    fresh.forEach(each -> seen.forget(each.company(), each.id().toString()));
                    current.add(PendingRow.refused(row, otherContent(event, other.line())));
                    return;
                }
            }
        }
        var pending = PendingRow.of(row, fresh);
        current.add(pending);
        for (var event : fresh) {
            if (lanes.isEmpty()) {
                current.wouldBeTaken(pending);
                continue;
            }
            lanes.get(Math.floorMod(event.company().hashCode(), lanes.size()))
                    .add(new SentEvent(pending, event));
        }
    }

    private static RowRefusal otherContent(RowEvent event, long line) {
        return RowRefusal.ofRow(
                "The event %s of %s stands on line %,d with another content; take out one of the rows, or give the mapping a key by which they differ"
                        .formatted(event.id(), event.company(), line));
    }

    /// Rows of which an event was recorded and then rejected are refused after all.
    private void refuseRejected(ImportLedger current, ImportRejects rejects, SeenEvents seen)
            throws IOException, InterruptedException {
        if (stack == null || stack.rejected() == null) {
            notices.accept(
                    "Whether an event was rejected behind the log is not known: only an operator"
                            + " may ask (tokens/operator.jwt in the data directory)");
            return;
        }
        var byLine = stack.rejected().byLine(current.point(), seen);
        if (!byLine.isEmpty()) {
            try (var rows = open()) {
                refuse(rows, byLine, current, rejects);
            }
        }
    }

    private static void refuse(
            RowSource rows,
            Map<Long, RowRefusal> byLine,
            ImportLedger current,
            ImportRejects rejects)
            throws IOException {
        for (var row = rows.next(); row != null && !byLine.isEmpty(); row = rows.next()) {
            var why = byLine.remove(row.line());
            if (why != null) {
                rejects.write(row.line(), row.raw(), ImportRejects.Rest.NONE, true, why);
                current.refuseLater();
            }
        }
    }
}
