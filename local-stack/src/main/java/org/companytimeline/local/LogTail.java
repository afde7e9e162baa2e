package org.companytimeline.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// The last lines of a log file, for messages.
final class LogTail {
    private static final int MAX_BYTES = 2048;

    private LogTail() {}

    /// At most the last 2 KiB, from the start of a line if one starts there; empty if there is
    /// nothing to read.
    static Optional<String> of(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var from = Math.max(0, file.length() - MAX_BYTES);
            var bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            var text = new String(bytes, StandardCharsets.UTF_8);
            var firstLineEnd = text.indexOf('\n');
            var tail = from > 0 && firstLineEnd >= 0 ? text.substring(firstLineEnd + 1) : text;
            return tail.isBlank() ? Optional.empty() : Optional.of(tail.stripTrailing());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
