package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CursorFileIT {
    @TempDir private Path folder;

    @Test
    void the_last_cursor_is_what_another_run_reads() {
        var file = new CursorFile(folder.resolve("cursor"));
        file.store("AQ1");
        file.store("AQ2");

        var read = new CursorFile(folder.resolve("cursor")).read();

        assertThat(read).contains("AQ2");
        assertThat(folder).isDirectoryContaining("glob:**/cursor");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void a_file_that_is_not_there_yet_holds_none() {
        assertThat(new CursorFile(folder.resolve("cursor")).read()).isEmpty();
    }

    @Test
    void an_empty_file_and_a_missing_folder_are_told() throws IOException {
        var empty = Files.createFile(folder.resolve("cursor"));

        assertThatThrownBy(() -> new CursorFile(empty).read())
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("holds no cursor");
        assertThatThrownBy(() -> new CursorFile(folder.resolve("none/cursor")).store("AQ1"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("none/cursor");
    }
}
