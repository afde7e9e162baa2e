package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.companytimeline.event.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportLedgerIT {
    private static final RowRefusal WHY = new RowRefusal("day", "is no day");

    @TempDir private Path folder;

    private final List<ImportPoint> stored = new ArrayList<>();

    @Test
    void a_row_is_settled_once_all_its_events_and_all_rows_before_it_are_answered()
            throws Exception {
        try (var rejects = rejects(0)) {
            var ledger = new ImportLedger(ImportPoint.START, rejects, stored::add);
            var first = row(1, 1);
            var second = row(2, 2);
            ledger.add(first);
            ledger.add(second);

            ledger.taken(second, new Position(0, 5));
            ledger.taken(second, new Position(1, 9));
            var before = ledger.point();
            ledger.taken(first, new Position(0, 4));
            var after = ledger.point();

            assertThat(before.rows()).isZero();
            assertThat(after.rows()).isEqualTo(2);
            assertThat(after.taken()).isEqualTo(2);
            assertThat(after.first()).containsEntry(0, 4L).containsEntry(1, 9L);
            assertThat(after.positions()).containsEntry(0, 5L).containsEntry(1, 9L);
        }
    }

    @Test
    void taken_repeated_and_refused_rows_add_up_to_all() throws Exception {
        try (var rejects = rejects(0)) {
            var ledger = new ImportLedger(ImportPoint.START, rejects, stored::add);
            var half = row(3, 2);
            ledger.add(PendingRow.refused(fileRow(1), WHY));
            ledger.add(row(2, 0));
            ledger.add(half);
            ledger.taken(half, new Position(0, 1));

            ledger.refused(half, WHY);

            assertThat(ledger.point())
                    .extracting(
                            ImportPoint::rows,
                            ImportPoint::taken,
                            ImportPoint::repeats,
                            ImportPoint::refused)
                    .containsExactly(3L, 0L, 1L, 2L);
        }
    }

    @Test
    void what_is_journaled_is_gone_on_from_and_what_was_refused_behind_it_is_told_once()
            throws Exception {
        try (var rejects = rejects(0)) {
            var ledger = new ImportLedger(ImportPoint.START, rejects, stored::add);
            ledger.add(PendingRow.refused(fileRow(1), WHY));
            ledger.journal();
            ledger.add(PendingRow.refused(fileRow(2), WHY));
        }
        var from = stored.getFirst();

        try (var rejects = rejects(from.rejectsBytes())) {
            var ledger = new ImportLedger(from, rejects, stored::add);
            ledger.add(PendingRow.refused(fileRow(2), WHY));

            assertThat(ledger.point().refused()).isEqualTo(2);
        }

        assertThat(Files.readAllLines(folder.resolve("rejects")))
                .containsExactly(
                        "{\"line\":1,\"column\":\"day\",\"reason\":\"is no day\",\"row\":\"row"
                                + " 1\"}",
                        "{\"line\":2,\"column\":\"day\",\"reason\":\"is no day\",\"row\":\"row"
                                + " 2\"}");
    }

    @Test
    void events_of_rows_that_are_not_settled_are_not_journaled() throws Exception {
        try (var rejects = rejects(0)) {
            var ledger = new ImportLedger(ImportPoint.START, rejects, stored::add);
            var first = row(1, 1);
            var second = row(2, 2);
            ledger.add(first);
            ledger.add(second);
            ledger.taken(second, new Position(0, 1));
            ledger.taken(first, new Position(1, 1));

            ledger.journal();

            assertThat(stored.getLast())
                    .extracting(ImportPoint::rows, ImportPoint::events)
                    .containsExactly(1L, 1L);
        }
    }

    @Test
    void reading_waits_while_too_much_is_not_settled() throws Exception {
        try (var rejects = rejects(0)) {
            var ledger = new ImportLedger(ImportPoint.START, rejects, stored::add);
            var first = row(1, 1);
            ledger.add(first);
            for (int number = 2; number <= ImportLedger.MOST_ROWS; number++) {
                ledger.add(row(number, 0));
            }
            var reader = Thread.ofVirtual().start(() -> addOneMore(ledger));
            Awaitility.await().until(() -> reader.getState() == Thread.State.WAITING);

            ledger.taken(first, new Position(0, 1));

            reader.join();
            assertThat(ledger.point().rows()).isEqualTo(ImportLedger.MOST_ROWS + 1L);
        }
    }

    @Test
    void a_failure_ends_the_wait_for_answers() throws Exception {
        try (var rejects = rejects(0)) {
            var ledger = new ImportLedger(ImportPoint.START, rejects, stored::add);
            ledger.add(row(1, 1));
            ledger.fail(new CommandException("The log is gone"));

            assertThatThrownBy(ledger::awaitSettled).hasMessage("The log is gone");
        }
    }

    private static void addOneMore(ImportLedger ledger) {
        try {
            ledger.add(row(ImportLedger.MOST_ROWS + 1L, 0));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static PendingRow row(long number, int events) {
        return PendingRow.of(
                fileRow(number),
                IntStream.range(0, events).mapToObj(ImportLedgerIT::event).toList());
    }

    private static FileRow fileRow(long number) {
        return new FileRow.Mapped(
                number,
                number,
                "row %d\n".formatted(number).getBytes(StandardCharsets.UTF_8),
                List.of());
    }

    private static RowEvent event(int number) {
        return new RowEvent("acme", new UUID(0, number), new byte[0], new byte[0]);
    }

    private ImportRejects rejects(long length) throws IOException {
        return new ImportRejects(folder.resolve("rejects"), new RejectedLines(), length);
    }
}
