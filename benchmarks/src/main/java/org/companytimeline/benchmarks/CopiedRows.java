package org.companytimeline.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/// Rows of one table in PostgreSQL's binary COPY format, in pieces that are each a COPY of their
/// own.
///
/// @param rows in all pieces
record CopiedRows(String table, List<byte[]> pieces, long rows) {

    /// Signature, flags and length of an extension that is not there.
    private static final int HEADER_BYTES = 11 + 4 + 4;

    private static final short END = -1;

    /// Takes rows out of a table.
    ///
    /// @param condition of a `where`
    static CopiedRows from(Connection connection, String table, String condition, int rowsPerPiece)
            throws SQLException, IOException {
        ByteArrayOutputStream copied = new ByteArrayOutputStream();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select * from %s where %s) to stdout (format binary)"
                                .formatted(table, condition),
                        copied);
        return split(table, copied.toByteArray(), rowsPerPiece);
    }

    /// Writes one piece into a table of the same shape, in a transaction of its own.
    static void write(Connection connection, String table, byte[] piece)
            throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy %s from stdin (format binary)".formatted(table),
                        new ByteArrayInputStream(piece),
                        1 << 16);
    }

    private static CopiedRows split(String table, byte[] copied, int rowsPerPiece)
            throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(copied));
        byte[] header = in.readNBytes(HEADER_BYTES);
        List<byte[]> pieces = new ArrayList<>();
        long rows = 0;
        short fields = in.readShort();
        while (fields != END) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream piece = new DataOutputStream(bytes);
            piece.write(header);
            for (int row = 0; row < rowsPerPiece && fields != END; row++) {
                piece.writeShort(fields);
                for (int field = 0; field < fields; field++) {
                    int length = in.readInt();
                    piece.writeInt(length);
                    if (length > 0) {
                        piece.write(in.readNBytes(length));
                    }
                }
                rows++;
                fields = in.readShort();
            }
            piece.writeShort(END);
            pieces.add(bytes.toByteArray());
        }
        return new CopiedRows(table, pieces, rows);
    }
}
