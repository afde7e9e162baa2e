package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportJournalIT {
    private static final ImportJournal.Entry ENTRY =
            new ImportJournal.Entry(
                    "AQ1",
                    "rejects.csv",
                    new ImportPoint(9, 4, 3, 2, 11, Map.of(3, 1L), Map.of(3, 1045L), 77));

    @TempDir private Path folder;

    @Test
    void what_was_stored_last_is_what_another_run_reads() {
        var file = folder.resolve("journal");
        new ImportJournal(file).store(new ImportJournal.Entry("", "", ImportPoint.START));
        new ImportJournal(file).store(ENTRY);

        var read = new ImportJournal(file).read();

        assertThat(read).contains(ENTRY);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void one_that_was_removed_or_that_nobody_can_read_is_as_none() throws IOException {
        var removed = new ImportJournal(folder.resolve("removed"));
        removed.store(ENTRY);
        Files.writeString(folder.resolve("other"), "{\"version\": 7, \"rows\": \"many\"}");

        removed.remove();

        assertThat(removed.read()).isEmpty();
        assertThat(new ImportJournal(folder.resolve("other")).read()).isEmpty();
    }
}
