package org.companytimeline.query.view;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// Cursors as text: base64url, without padding, of version, kind, log identity, next offsets, for a
/// page its question and key, and last a CRC-32C.
///
/// The checksum finds slips of copying; it is no signature, and a cursor grants nothing. Numbers
/// are variable-length integers of 7 bits a byte, low bits first. A text is read only if writing
/// what was read gives the same text.
public final class CursorText {

    /// The longest text that is read, in characters.
    public static final int LONGEST_TEXT = 8_192;

    private static final byte VERSION = 1;
    private static final byte POINT = 0;
    private static final byte PAGE = 1;
    private static final int CHECKSUM_BYTES = Integer.BYTES;

    private CursorText() {}

    static String write(Cursor cursor) {
        Writer writer = new Writer(POINT);
        writer.point(cursor);
        return writer.text();
    }

    static String write(PageCursor cursor) {
        Writer writer = new Writer(PAGE);
        writer.point(cursor.at());
        writer.fixedInt(cursor.question());
        writer.number(cursor.key().size());
        for (String part : cursor.key()) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            writer.number(bytes.length);
            writer.bytes(bytes);
        }
        return writer.text();
    }

    /// Reads a point in the log; empty if the text is none.
    public static Optional<Cursor> readPoint(String text) {
        return payload(text, POINT)
                .flatMap(CursorText::point)
                .filter(cursor -> cursor.toString().equals(text));
    }

    /// Reads a page cursor; empty if the text is none.
    public static Optional<PageCursor> readPage(String text) {
        return payload(text, PAGE)
                .flatMap(CursorText::page)
                .filter(cursor -> cursor.toString().equals(text));
    }

    private static Optional<ByteBuffer> payload(String text, byte kind) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int end = bytes.length - CHECKSUM_BYTES;
        if (end < 2 || bytes[0] != VERSION || bytes[1] != kind) {
            return Optional.empty();
        }
        int checksum = ByteBuffer.wrap(bytes, end, CHECKSUM_BYTES).getInt();
        return checksum == checksum(bytes, end)
                ? Optional.of(ByteBuffer.wrap(bytes, 2, end - 2))
                : Optional.empty();
    }

    private static Optional<Cursor> point(ByteBuffer bytes) {
        try {
            return Optional.of(readCursor(bytes));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static Optional<PageCursor> page(ByteBuffer bytes) {
        try {
            Cursor at = readCursor(bytes);
            int question = bytes.getInt();
            List<String> key = new ArrayList<>();
            for (long parts = readNumber(bytes); parts > 0; parts--) {
                byte[] part = new byte[(int) Math.min(readNumber(bytes), LONGEST_TEXT)];
                bytes.get(part);
                key.add(new String(part, StandardCharsets.UTF_8));
            }
            return Optional.of(new PageCursor(at, question, key));
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static Cursor readCursor(ByteBuffer bytes) {
        LogIdentity log = new LogIdentity(bytes.getLong());
        List<Long> nextOffsets = new ArrayList<>();
        for (long partitions = readNumber(bytes); partitions > 0; partitions--) {
            nextOffsets.add(readNumber(bytes));
        }
        return new Cursor(log, nextOffsets);
    }

    /// At most 9 bytes, so never negative.
    private static long readNumber(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            byte next = bytes.get();
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new BufferUnderflowException();
    }

    private static int checksum(byte[] bytes, int end) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, end);
        return (int) checksum.getValue();
    }

    private static final class Writer {

        private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();

        Writer(byte kind) {
            bytes.write(VERSION);
            bytes.write(kind);
        }

        void point(Cursor cursor) {
            bytes(ByteBuffer.allocate(Long.BYTES).putLong(cursor.log().hash()).array());
            number(cursor.nextOffsets().size());
            cursor.nextOffsets().forEach(this::number);
        }

        void fixedInt(int value) {
            bytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
        }

        void number(long value) {
            long rest = value;
            while (rest > 0x7f) {
                bytes.write((int) (rest & 0x7f) | 0x80);
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }

        void bytes(byte[] more) {
            bytes.writeBytes(more);
        }

        String text() {
            byte[] covered = bytes.toByteArray();
            fixedInt(checksum(covered, covered.length));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
        }
    }
}
