package org.companytimeline.mapping.records;

import java.io.IOException;

/// Finds where records end, in bytes.
interface Cutter {

    /// The end of the record that begins at the first byte that is not taken; there is one.
    Cut cut(ByteWindow bytes) throws IOException;

    static Cutter of(FileFormat format) {
        return switch (format.kind()) {
            case CSV -> new CsvCutter(format);
            case JSON -> new JsonCutter(format.mostRecordBytes());
            case JSON_LINES, LINES -> new LineCutter(format.mostRecordBytes());
        };
    }
}
