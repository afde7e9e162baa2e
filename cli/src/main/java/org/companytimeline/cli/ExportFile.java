package org.companytimeline.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Where an export goes: a file that is there only once it is whole, or standard output.
final class ExportFile implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final OutputStream out;
    private final @Nullable Path file;
    private final @Nullable Path part;

    private ExportFile(OutputStream out, @Nullable Path file, @Nullable Path part) {
        this.out = out;
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
            throw new CommandException("Could not write %s: %s".formatted(part, e), e);
        }
    }

    static ExportFile of(PrintStream standardOutput) {
        return new ExportFile(
                new BufferedOutputStream(new Piped(standardOutput), BUFFER_BYTES), null, null);
    }

    OutputStream out() {
        return out;
    }

    void line(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    /// Says that all was written: now the file is there.
    void complete() throws IOException {
        out.close();
        if (part != null && file != null) {
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Leaves no part of a file that is not whole.
    @Override
    public void close() throws IOException {
        if (part != null) {
            out.close();
            Files.deleteIfExists(part);
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
                throw new IOException("nobody reads the output any more");
            }
        }
    }
}
