package org.companytimeline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogIT {
    private static final int MAX_FILE_BYTES = 100;

    @TempDir Path dir;

    @Test
    void a_full_log_begins_anew_and_keeps_one_older_part() throws IOException {
        var file = dir.resolve("a.log");

        try (var log = new RotatingLog(file, MAX_FILE_BYTES)) {
            for (var line : IntStream.range(0, 1000).mapToObj("line %d\n"::formatted).toList()) {
                log.write(line.getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(Files.readString(file))
                .endsWith("line 999\n")
                .hasSizeLessThanOrEqualTo(MAX_FILE_BYTES);
        assertThat(Files.readString(dir.resolve("a.log.1")))
                .startsWith("line 9")
                .hasSizeLessThanOrEqualTo(MAX_FILE_BYTES);
        assertThat(dir).isDirectoryNotContaining(path -> path.toString().endsWith(".2"));
    }

    @Test
    void a_reopened_log_goes_on_where_it_ended_and_keeps_its_bound() throws IOException {
        var file = dir.resolve("a.log");
        try (var log = new RotatingLog(file, MAX_FILE_BYTES)) {
            log.write("first\n".repeat(16).getBytes(StandardCharsets.UTF_8));
        }

        try (var log = new RotatingLog(file, MAX_FILE_BYTES)) {
            log.write("second\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(Files.readString(file)).isEqualTo("second\n");
        assertThat(Files.readString(dir.resolve("a.log.1"))).hasLineCount(16);
    }

    @Test
    void the_tail_of_a_log_begins_with_a_whole_line() throws IOException {
        var file = dir.resolve("a.log");
        Files.writeString(file, "a line of some length\n".repeat(1000) + "the end\n");

        var tail = LogTail.of(file);

        assertThat(tail.orElseThrow())
                .startsWith("a line of")
                .endsWith("the end")
                .hasSizeLessThan(2100);
        assertThat(LogTail.of(dir.resolve("missing.log"))).isEmpty();
    }
}
