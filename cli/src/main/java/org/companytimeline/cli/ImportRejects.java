package org.companytimeline.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The file of refused rows: each as it was, with its line, the column at fault and the reason. It
/// is made with the first refused row.
final class ImportRejects implements Closeable {
    private final Path path;
    private final RejectedRowFormat format;
    private @Nullable Opened opened;

    /// @param length how much of an earlier file belongs to this import; the rest goes
    ImportRejects(Path path, RejectedRowFormat format, long length) throws IOException {
        this.path = path;
        this.format = format;
        if (length == 0) {
            Files.deleteIfExists(path);
        } else {
            opened = Opened.at(path, length);
        }
    }

    /// What follows a row that is too long to be held.
    interface Rest {
        /// For a row that is whole.
        Rest NONE = _ -> {};

        void copyTo(OutputStream out) throws IOException;
    }

    /// Not a channel, which would be closed where a thread that writes is interrupted.
    private record Opened(RandomAccessFile file, OutputStream out) {
        static Opened at(Path path, long length) throws IOException {
            var file = new RandomAccessFile(path.toFile(), "rw");
            file.setLength(length);
            file.seek(length);
            return new Opened(file, new BufferedOutputStream(new FileOutputStream(file.getFD())));
        }
    }

    /// @param isReadable whether the row has the fields that it should have
    void write(long line, byte[] raw, Rest rest, boolean isReadable, RowRefusal why)
            throws IOException {
        var to = opened;
        if (to == null) {
            to = Opened.at(path, 0);
            opened = to;
            format.begin(to.out());
        }
        format.write(to.out(), line, raw, rest, isReadable, why);
    }

    /// How long the file is, all of it being on the disk.
    long flush() throws IOException {
        if (opened == null) {
            return 0;
        }
        opened.out().flush();
        opened.file().getFD().sync();
        return opened.file().getFilePointer();
    }

    @Override
    public void close() throws IOException {
        if (opened != null) {
            opened.out().close();
            opened.file().close();
        }
    }
}
