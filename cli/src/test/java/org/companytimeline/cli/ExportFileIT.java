package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFileIT {
    @TempDir Path dir;

    @Test
    void the_file_is_there_once_it_is_whole() throws Exception {
        var file = dir.resolve("events.ndjson");
        Files.writeString(file, "before");
        try (var export = ExportFile.named(file)) {
            export.line("é");
            assertThat(file).hasContent("before");

            export.complete();
        }

        assertThat(Files.readString(file)).isEqualTo("é\n");
        assertThat(dir).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void what_did_not_become_whole_leaves_nothing() throws Exception {
        var file = dir.resolve("events.ndjson");
        try (var export = ExportFile.named(file)) {
            export.line("one");
        }

        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void a_name_that_says_so_is_compressed() throws Exception {
        var file = dir.resolve("events.ndjson.gz");
        try (var export = ExportFile.named(file)) {
            export.line("one");
            export.complete();
        }

        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(in.readAllBytes()).asString().isEqualTo("one\n");
        }
    }
}
