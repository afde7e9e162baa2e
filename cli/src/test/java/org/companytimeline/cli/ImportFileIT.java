package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.companytimeline.mapping.Mapping;
import org.companytimeline.mapping.MappingReading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is told of files that are broken, without a stack.
class ImportFileIT {
    private static final String MAPPING =
            """
            name: foundings
            source: {title: A test}
            companies:
              company: {name: "{Name}"}
            dates:
              day: {patterns: [yyyy-MM-dd]}
            events:
              - name: founding
                type: founded
                company: company
                key: "{Name}"
                when: {read: day, of: "{Founded}"}
            """;

    @TempDir private Path folder;

    @Test
    void every_broken_row_is_told_by_line_and_all_others_are_read() throws Exception {
        var file = new ByteArrayOutputStream();
        file.writeBytes(bytes("Name,Founded\r\n\"Acme\r\nof two lines\",2020-01-31\r\n"));
        file.writeBytes(new byte[] {'B', (byte) 0xE9, 'e', ',', '2', '0', '2', '0', '\n'});
        file.writeBytes(bytes("Three,2020-01-01,too many\n"));
        file.writeBytes(bytes("Late,2020-02-31\n"));
        file.writeBytes(bytes("Long" + "g".repeat(2_000_000) + ",2020-01-01\n"));
        file.writeBytes(bytes("Last,2020-03-01\n\"Cut,2020-0"));

        var summary = read(zipped(file.toByteArray()), MAPPING);

        var refused = Files.readString(summary.rejects(), StandardCharsets.ISO_8859_1);
        assertThat(summary.point().rows()).isEqualTo(7);
        assertThat(summary.point().taken()).isEqualTo(2);
        assertThat(summary.point().refused()).isEqualTo(5);
        assertThat(refused)
                .startsWith("\"Name\",\"Founded\",line,column,reason\r\n")
                .contains("\"B\u00e9e,2020\",,4,\"\",\"The row ")
                .contains("\"Three,2020-01-01,too many\",,5,\"\",\"The row has 3 fields")
                .contains("Late,2020-02-31,6,\"Founded\",")
                .contains("gggg,2020-01-01\n\",,7,\"\",\"The row is longer than 1,048,576 bytes")
                .contains("\"\"\"Cut,2020-0\",,9,\"\",\"The row opens a quote");
        assertThat(refused.length()).isBetween(2_000_000, 2_003_000);
    }

    @Test
    void a_row_repeats_another_or_is_refused_where_it_says_otherwise() throws Exception {
        var file = "Name,Founded\nAcme,2020-01-31\nAcme,2020-01-31\nAcme,2020-02-01\n";

        var summary = read(bytes(file), MAPPING);

        assertThat(summary.point().taken()).isEqualTo(1);
        assertThat(summary.point().repeats()).isEqualTo(1);
        assertThat(Files.readString(summary.rejects()))
                .contains("Acme,2020-02-01,4,", "stands on line 2 with another content");
    }

    @Test
    void events_on_lines_need_no_mapping() throws Exception {
        var event =
                "{\"type\":\"founded\",\"company\":{\"id\":\"acme\"},\"when\":\"2020\",\"sources\":[{\"title\":\"A"
                    + " test\"}]}";

        var summary =
                read(bytes(event + "\n\n" + event + "\r\n{\"type\":\"founded\"}\nnonsense"), null);

        assertThat(summary.point().taken()).isEqualTo(1);
        assertThat(summary.point().repeats()).isEqualTo(1);
        assertThat(Files.readAllLines(summary.rejects())).hasSize(2);
        assertThat(Files.readAllLines(summary.rejects()).getFirst())
                .startsWith("{\"line\":4,\"column\":\"/");
        assertThat(Files.readAllLines(summary.rejects()).getLast())
                .contains("\"line\":5", "\"row\":\"nonsense\"");
    }

    @Test
    void a_file_without_a_column_that_the_mapping_needs_is_not_begun() {
        assertThatThrownBy(() -> read(bytes("Name,Since\nAcme,2020-01-31\n"), MAPPING))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("Founded");
    }

    private ImportSummary read(byte[] content, @Nullable String mapping)
            throws IOException, InterruptedException {
        var file = Files.write(folder.resolve("file"), content);
        var job =
                new ImportJob(
                        file,
                        mapping == null ? null : mapping(mapping),
                        mapping == null ? "" : mapping,
                        folder.resolve("imports"),
                        null,
                        1,
                        true,
                        Duration.ZERO);
        return new Import(job, null, _ -> {}).run();
    }

    private static Mapping mapping(String yaml) {
        return ((MappingReading.Valid) Mapping.read(yaml)).mapping();
    }

    private static byte[] zipped(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
