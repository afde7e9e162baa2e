package org.companytimeline.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Where an export goes: a file that is there only once it is whole, or standard output.
///
/// What cannot be written is told as such, so that it is not taken for a fault of the service.
final class ExportFile implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Told out;
    private final @Nullable Path file;
    private final @Nullable Path part;

    private ExportFile(OutputStream out, @Nullable Path file, @Nullable Path part) {
        this.out = new Told(out, part == null ? "to standard output" : part.toString());
        this.file = file;
        this.part = part;
    }

    /// A file, compressed if its name ends in `.gz`; until it is whole it lies beside it, with
    /// `.part` behind its name.
    static ExportFile named(Path file) {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            var bytes = new BufferedOutputStream(Files.newOutputStream(part), BUFFER_BYTES);
            return new ExportFile(
                    file.toString().endsWith(".gz")
                            ? new GZIPOutputStream(bytes, BUFFER_BYTES)
                            : bytes,
                    file,
                    part);
        } catch (IOException e) {
            throw unwritten(part.toString(), e);
        }
    }

    static ExportFile of(PrintStream standardOutput) {
        return new ExportFile(
                new BufferedOutputStream(new Piped(standardOutput), BUFFER_BYTES), null, null);
    }

    OutputStream out() {
        return out;
    }

    void line(String text) {
        var bytes = (text + '\n').getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
    }

    /// Says that all was written: now the file is there, and stays there without power.
    void complete() {
        out.close();
        if (part == null || file == null) {
            return;
        }
        try {
            try (var written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritten(file.toString(), e);
        }
    }

    /// Leaves no part of a file that is not whole.
    @Override
    public void close() {
        if (part == null) {
            return;
        }
        try (out) {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw unwritten(part.toString(), e);
        }
    }

    private static CommandException unwritten(String where, IOException e) {
        return new CommandException(
                "Could not write %s: %s".formatted(where, ServiceClient.reason(e)), e);
    }

    /// An output of which a failure ends the command.
    private static final class Told extends FilterOutputStream {
        private final String where;

        Told(OutputStream to, String where) {
            super(to);
            this.where = where;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw unwritten(where, e);
            }
        }

        @Override
        public void close() {
            try {
                super.close();
            } catch (IOException e) {
                throw unwritten(where, e);
            }
        }
    }

    /// A print stream that tells when nobody takes what is printed.
    private static final class Piped extends OutputStream {
        private final PrintStream to;

        Piped(PrintStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) throws IOException {
            to.write(b);
            check();
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            to.write(bytes, from, length);
            check();
        }

        @Override
        public void close() throws IOException {
            check();
        }

        private void check() throws IOException {
            if (to.checkError()) {
                throw new IOException("nobody reads it any more, or the disk is full");
            }
        }
    }
}
