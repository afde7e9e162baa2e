package org.companytimeline.mapping.records;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// The bytes of a file that are not taken yet. As many are held as were looked at, and some more.
final class ByteWindow {

    private static final int READ_BYTES = 64 * 1024;

    private final InputStream in;
    private byte[] bytes = new byte[2 * READ_BYTES];
    private int start;
    private int end;
    private long offset;
    private boolean atEnd;
    private @Nullable String damage;

    ByteWindow(InputStream in) {
        this.in = in;
    }

    /// The byte so far behind the first that is not taken; -1 behind the end of the file.
    int at(int index) throws IOException {
        while (start + index >= end) {
            if (atEnd) {
                return -1;
            }
            fill();
        }
        return bytes[start + index] & 0xff;
    }

    private void fill() throws IOException {
        if (bytes.length - end < READ_BYTES) {
            int held = end - start;
            int needed = held + READ_BYTES;
            byte[] target = needed > bytes.length ? new byte[Math.max(needed, 2 * held)] : bytes;
            System.arraycopy(bytes, start, target, 0, held);
            bytes = target;
            start = 0;
            end = held;
        }
        try {
            int read = in.read(bytes, end, READ_BYTES);
            atEnd = read < 0;
            end += Math.max(read, 0);
        } catch (EOFException | ZipException cut) {
            atEnd = true;
            damage = cut.getMessage();
        }
    }

    byte[] take(int count) {
        byte[] taken = Arrays.copyOfRange(bytes, start, start + count);
        skip(count);
        return taken;
    }

    void skip(int count) {
        start += count;
        offset += count;
    }

    /// Takes what is left of a line, with its line break.
    void takeLine(OutputStream out) throws IOException {
        while (at(0) >= 0) {
            int length = 0;
            while (start + length < end && !isBreak(bytes[start + length])) {
                length++;
            }
            boolean broken = start + length < end;
            int line = broken ? length + breakAt(length) : length;
            out.write(bytes, start, line);
            skip(line);
            if (broken) {
                return;
            }
        }
    }

    /// How many bytes the line break there has: 0 where there is none.
    int breakAt(int index) throws IOException {
        return switch (at(index)) {
            case '\n' -> 1;
            case '\r' -> at(index + 1) == '\n' ? 2 : 1;
            default -> 0;
        };
    }

    private static boolean isBreak(byte b) {
        return b == '\n' || b == '\r';
    }

    /// How many bytes were taken.
    long offset() {
        return offset;
    }

    /// Why the file ends where it should not; null where it does not, or not yet.
    @Nullable String damage() {
        return damage;
    }
}
