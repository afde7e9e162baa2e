package org.companytimeline.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a file, one after another.
interface RowSource extends Closeable {
    /// The columns of the file; of one without a header what the mapping reads of it.
    List<String> columns();

    /// Null behind the last.
    @Nullable FileRow next() throws IOException;

    /// Copies what a row that is too long has behind its first bytes.
    void copyRest(OutputStream out) throws IOException;
}
