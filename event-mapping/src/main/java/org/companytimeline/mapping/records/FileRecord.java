package org.companytimeline.mapping.records;

import java.util.List;

/// One record of a file.
///
/// Records are counted from 1, without the header; so are lines, with it. The offset counts bytes
/// from the beginning of the file, of a compressed one as it is when it is unpacked.
public sealed interface FileRecord {

    /// Which record it is.
    long number();

    /// The line on which it begins.
    long line();

    /// The bytes before it.
    long offset();

    /// Its bytes as they were, with the line break at its end where there is one.
    byte[] raw();

    /// A record that was read.
    ///
    /// @param fields one for each column; of [FileKind#LINES] there are none
    /// @param remarks what a person should know about how it was read, as sentences
    @SuppressWarnings("ArrayRecordComponent") // never changed, never compared
    record Row(
            long number,
            long line,
            long offset,
            byte[] raw,
            List<String> fields,
            List<String> remarks)
            implements FileRecord {}

    /// A record that can't be read. Reading goes on behind it: behind its line break, and where a
    /// quote or a JSON object is not closed behind its first line.
    ///
    /// @param raw its bytes; where it is too long the first of them, and [RecordReader#copyRest]
    ///   gives the others
    /// @param reason what is wrong and what to change, as a sentence
    @SuppressWarnings("ArrayRecordComponent") // never changed, never compared
    record Broken(long number, long line, long offset, byte[] raw, String reason)
            implements FileRecord {}
}
