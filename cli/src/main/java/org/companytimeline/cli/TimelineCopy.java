package org.companytimeline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Copies exported timelines byte for byte, and looks whether the last line is that of a whole one.
final class TimelineCopy {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int LONGEST_LAST_LINE = 4096;

    private final InputStream from;
    private final OutputStream to;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private byte[] lastLine = {};
    private long lines;

    TimelineCopy(InputStream from, OutputStream to) {
        this.from = from;
        this.to = to;
    }

    /// @throws IOException if the connection was cut, or nothing can be written
    void all() throws IOException {
        var buffer = new byte[BUFFER_BYTES];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            for (int i = 0; i < read; i++) {
                take(buffer[i]);
            }
        }
    }

    private void take(byte b) {
        if (b == '\n') {
            lines++;
            lastLine = line.toByteArray();
            line.reset();
        } else if (line.size() < LONGEST_LAST_LINE) {
            line.write(b);
        }
    }

    /// How many lines were copied.
    long lines() {
        return lines;
    }

    /// @throws IOException if the last line does not say that there were as many as came
    void checkEnd() throws IOException {
        var end =
                lastLine.length < LONGEST_LAST_LINE && line.size() == 0
                        ? JSON.readTree(lastLine).path("end")
                        : JSON.missingNode();
        if (!end.isObject() || end.path("facts").asLong() != lines - 1) {
            throw new IOException("its last line is missing, or counts other facts than came");
        }
    }
}
