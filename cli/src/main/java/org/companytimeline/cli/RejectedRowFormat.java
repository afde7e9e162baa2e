package org.companytimeline.cli;

import java.io.IOException;
import java.io.OutputStream;

/// How refused rows are written, so that what was refused can be found and changed.
interface RejectedRowFormat {
    /// Writes what stands before the first row.
    void begin(OutputStream out) throws IOException;

    /// Writes one row.
    ///
    /// @param raw its bytes as they were, with their line break
    /// @param rest what follows them
    void write(
            OutputStream out,
            long line,
            byte[] raw,
            ImportRejects.Rest rest,
            boolean isReadable,
            RowRefusal why)
            throws IOException;
}
