package org.companytimeline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The lock file of a PostgreSQL server, `postmaster.pid`: process id in line 1, time of start in
/// seconds in line 3.
final class PostmasterFile {
    /// The server writes the file shortly after its process began.
    private static final Duration WRITTEN_AFTER_START = Duration.ofSeconds(30);

    private PostmasterFile() {}

    /// Deletes the file if the process it names is not the server that wrote it.
    ///
    /// After a kill -9 the process id may belong to another program by now, for which PostgreSQL
    /// would refuse to start for ever.
    static void removeIfStale(Path data) {
        var file = data.resolve("postmaster.pid");
        try {
            if (Files.exists(file) && !writerLives(Files.readAllLines(file))) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new LocalStackException("Could not look after the lock file " + file, e);
        }
    }

    private static boolean writerLives(List<String> lines) {
        if (lines.size() < 3) {
            return false;
        }
        var written = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .flatMap(process -> process.info().startInstant())
                .filter(start ->
                        Duration.between(start, written).abs().compareTo(WRITTEN_AFTER_START) < 0)
                .isPresent();
    }
}
