package org.companytimeline.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files in the repository that are generated, read by people, and approved by being committed.
final class Approved {

    private Approved() {}

    /// Fails where the file differs, and leaves what it should be in `target`.
    static void check(String file, String generated) throws IOException {
        Path received = Path.of("target", "received").resolve(file.replaceFirst("^(\\.\\./)+", ""));
        Files.createDirectories(received.resolveSibling(""));
        Files.writeString(received, generated);

        Path approved = Path.of(file);
        assertThat(Files.exists(approved) ? Files.readString(approved) : "")
                .as("%s; if the change is meant, copy %s over it", approved, received)
                .isEqualTo(generated);
    }
}
