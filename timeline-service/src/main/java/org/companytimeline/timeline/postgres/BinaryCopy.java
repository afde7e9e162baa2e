package org.companytimeline.timeline.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.companytimeline.timeline.project.Bytes;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows on their way into a table by `COPY … FROM STDIN` in binary format: a few dozen bytes of
/// overhead a statement, none of it per value.
final class BinaryCopy {

    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
    };
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int BUFFER_BYTES = 65_536;
    private static final int TEXT_OID = 25;

    private final CopyIn copy;
    private final int columns;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    private BinaryCopy(CopyIn copy, int columns) {
        this.copy = copy;
        this.columns = columns;
    }

    /// Writes the values of one row, in the order of the columns.
    interface RowWriter<T> {
        void write(BinaryCopy copy, T row) throws SQLException;
    }

    /// Copies rows into a table; does nothing where there are none.
    static <T> void into(
            Connection connection,
            String table,
            List<String> columns,
            Collection<T> rows,
            RowWriter<T> writer)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        CopyIn copyIn =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy %s (%s) from stdin (format binary)"
                                        .formatted(table, String.join(", ", columns)));
        BinaryCopy copy = new BinaryCopy(copyIn, columns.size());
        try {
            copy.begin();
            for (T row : rows) {
                copy.room(2).putShort((short) copy.columns);
                writer.write(copy, row);
            }
            copy.end();
        } finally {
            if (copyIn.isActive()) {
                copyIn.cancelCopy();
            }
        }
    }

    private void begin() throws SQLException {
        room(SIGNATURE.length + 8).put(SIGNATURE).putInt(0).putInt(0);
    }

    private void end() throws SQLException {
        room(2).putShort((short) -1);
        send();
        copy.endCopy();
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private ByteBuffer room(int bytes) throws SQLException {
        if (buffer.remaining() < bytes) {
            send();
            if (buffer.capacity() < bytes) {
                buffer = ByteBuffer.allocate(bytes);
            }
        }
        return buffer;
    }

    void nothing() throws SQLException {
        room(4).putInt(-1);
    }

    void bool(boolean value) throws SQLException {
        room(5).putInt(1).put((byte) (value ? 1 : 0));
    }

    void int2(short value) throws SQLException {
        room(6).putInt(2).putShort(value);
    }

    void int4(@Nullable Integer value) throws SQLException {
        if (value == null) {
            nothing();
        } else {
            room(8).putInt(4).putInt(value);
        }
    }

    void int8(long value) throws SQLException {
        room(12).putInt(8).putLong(value);
    }

    void uuid(@Nullable UUID value) throws SQLException {
        if (value == null) {
            nothing();
            return;
        }
        room(20).putInt(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
    }

    void timestamp(Instant value) throws SQLException {
        int8(Duration.between(EPOCH, value).toNanos() / 1_000);
    }

    void bytes(@Nullable Bytes value) throws SQLException {
        if (value == null) {
            nothing();
        } else {
            bytes(value.array());
        }
    }

    void text(@Nullable String value) throws SQLException {
        if (value == null) {
            nothing();
        } else {
            bytes(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void bytes(byte[] value) throws SQLException {
        room(4 + value.length).putInt(value.length).put(value);
    }

    void texts(List<String> values) throws SQLException {
        List<byte[]> encoded =
                values.stream().map(value -> value.getBytes(StandardCharsets.UTF_8)).toList();
        int size = encoded.stream().mapToInt(value -> 4 + value.length).sum();
        int head = values.isEmpty() ? 12 : 20;
        ByteBuffer array = room(4 + head + size);
        array.putInt(head + size).putInt(values.isEmpty() ? 0 : 1).putInt(0).putInt(TEXT_OID);
        if (!values.isEmpty()) {
            array.putInt(values.size()).putInt(1);
        }
        for (byte[] value : encoded) {
            array.putInt(value.length).put(value);
        }
    }
}
