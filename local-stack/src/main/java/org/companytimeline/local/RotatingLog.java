package org.companytimeline.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A log file that never takes more than about twice [#MAX_FILE_BYTES]: when it is full it becomes
/// `<name>.1`, the one before that is dropped.
final class RotatingLog extends OutputStream {
    static final long MAX_FILE_BYTES = 8L * 1024 * 1024;

    private final Path file;
    private final long maxFileBytes;
    private OutputStream out;
    private long size;

    RotatingLog(Path file) throws IOException {
        this(file, MAX_FILE_BYTES);
    }

    RotatingLog(Path file, long maxFileBytes) throws IOException {
        this.file = file;
        this.maxFileBytes = maxFileBytes;
        this.out = open();
    }

    @Override
    public synchronized void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (size + length > maxFileBytes && size > 0) {
            out.close();
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
            out = open();
        }
        out.write(bytes, offset, length);
        size += length;
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    private OutputStream open() throws IOException {
        size = Files.exists(file) ? Files.size(file) : 0;
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
