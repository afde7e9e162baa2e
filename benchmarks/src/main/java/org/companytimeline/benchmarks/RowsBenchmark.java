package org.companytimeline.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.companytimeline.local.LocalStack;
import org.companytimeline.local.StackSettings;

/// Files of more and more rows through the command line into one local stack: events a second from
/// the file to what can be read, and the memory of the command.
final class RowsBenchmark {

    private static final String MAPPING = "generated-rows.yaml";
    private static final int ROWS_PER_COMPANY = 10;
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final int DAYS = 20_000;

    private final Path dir;
    private final StackSettings settings;
    private final List<Integer> sizes;

    /// @param sizes numbers of rows, one import each
    RowsBenchmark(Path dir, List<Integer> sizes) throws IOException {
        this.dir = dir;
        settings = new StackSettings(dir.resolve("stack"), Service.freePorts(5), Path.of(""));
        this.sizes = sizes;
    }

    void run() throws Exception {
        Path mapping = dir.resolve(MAPPING);
        try (InputStream text =
                Objects.requireNonNull(RowsBenchmark.class.getResourceAsStream(MAPPING), MAPPING)) {
            Files.copy(text, mapping);
        }
        try (LocalStack stack = new LocalStack(settings)) {
            stack.start(Progress::say);
            StringBuilder table =
                    new StringBuilder(
                            "| generated rows | events/s, file to readable | memory of the command, at most MiB | its live objects, at most MiB |%n|---|---:|---:|---:|%n"
                                    .formatted());
            for (int rows : sizes) {
                TimelineCommand.Ran ran =
                        new TimelineCommand(settings)
                                .run(
                                        "import",
                                        file(rows).toString(),
                                        "--mapping",
                                        mapping.toString());
                Progress.say("%,d rows: %s".formatted(rows, ran.lines()));
                ran.line("%,d gave %,d events".formatted(rows, rows));
                String line =
                        "| %,d | %,.0f | %.0f | %.1f |%n"
                                .formatted(
                                        rows,
                                        rows / ran.seconds(),
                                        ran.memory().mostResidentMebibytes(),
                                        ran.memory().mostLiveMebibytes());
                Progress.say("%s %s".formatted(ran.line("Sent in "), line.strip()));
                table.append(line);
            }
            Progress.result(table.toString());
        }
    }

    /// Rows of companies that take turns, so that those of one lie far apart.
    private Path file(int rows) throws IOException {
        Path file = dir.resolve("rows-%d.csv".formatted(rows));
        int companies = Math.max(1, rows / ROWS_PER_COMPANY);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("row,company,day,amount\n");
            for (int row = 0; row < rows; row++) {
                writer.write(
                        "%d-%d,c-%d-%d,%s,%d\n"
                                .formatted(
                                        rows,
                                        row,
                                        rows,
                                        row % companies,
                                        FIRST_DAY.plusDays(row * 7919L % DAYS),
                                        1_000 + row % 1_000_000));
            }
        }
        return file;
    }
}
