package org.companytimeline.examples;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A file of lines that grows at its end. A line that a crash cut short is dropped when the file is
/// opened again, so each line is there as a whole or not at all.
final class LineFile implements AutoCloseable {
    private final RandomAccessFile file;

    LineFile(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
        file.setLength(lineStart(file.length()));
        file.seek(file.length());
    }

    /// Where not all of it can be written, as on a full disk, nothing of it stays.
    void append(String line) throws IOException {
        long start = file.getFilePointer();
        try {
            file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            file.setLength(start);
            throw e;
        }
    }

    /// Empty if there is none yet.
    String lastLine() throws IOException {
        long end = file.length();
        if (end == 0) {
            return "";
        }
        long start = lineStart(end - 1);
        byte[] line = new byte[(int) (end - 1 - start)];
        file.seek(start);
        file.readFully(line);
        file.seek(end);
        return new String(line, StandardCharsets.UTF_8);
    }

    /// Where the line begins that holds what lies before `end`.
    private long lineStart(long end) throws IOException {
        for (long at = end; at > 0; at--) {
            file.seek(at - 1);
            if (file.read() == '\n') {
                return at;
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
