package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
    @EnabledOnOs(OS.LINUX)
    void where_the_disk_is_full_that_is_told_and_nothing_is_left() throws Exception {
        var file = dir.resolve("events.ndjson");
        Files.createSymbolicLink(dir.resolve("events.ndjson.part"), Path.of("/dev/full"));
        var export = ExportFile.named(file);

        assertThatThrownBy(
                        () -> {
                            try (export) {
                                export.line("x".repeat(40_000));
                                export.line("x".repeat(40_000));
                            }
                        })
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("Could not write")
                .hasMessageContaining("events.ndjson.part");

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
