package org.companytimeline.mapping;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Data of real companies, which lie beside the repository: in the folder that the environment
/// variable `TIMELINE_TEST_DATA` names, else in `../shared/data`.
final class TestData {

    private static final Path FOLDER =
            Path.of(
                    Objects.requireNonNullElse(
                            System.getenv("TIMELINE_TEST_DATA"), "../../shared/data"));

    private TestData() {}

    /// A file; the test is skipped where there is none.
    static InputStream open(String file) throws IOException {
        Path path = FOLDER.resolve(file);
        assumeTrue(Files.exists(path), () -> "no test data: " + path.toAbsolutePath());
        return Files.newInputStream(path);
    }
}
