package org.companytimeline.mapping.records;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How a file is written.
///
/// @param delimiter between fields, ASCII; of CSV only
/// @param quote around fields that hold delimiters or line breaks, ASCII; of CSV only
/// @param encoding UTF-8, or one in which a byte is a character and ASCII is as in ASCII
/// @param malformed what becomes of bytes that the encoding does not have
/// @param mostRecordBytes of one record; a longer one is told and not read
public record FileFormat(
        FileKind kind,
        char delimiter,
        char quote,
        Charset encoding,
        Malformed malformed,
        int mostRecordBytes) {

    /// The bytes that a record may have where nothing else is said: 1 MiB.
    public static final int MOST_RECORD_BYTES = 1024 * 1024;

    /// Comma-separated values with double quotes, in UTF-8.
    public static final FileFormat CSV =
            new FileFormat(
                    FileKind.CSV,
                    ',',
                    '"',
                    StandardCharsets.UTF_8,
                    Malformed.REFUSE,
                    MOST_RECORD_BYTES);

    /// Lines as they stand, in UTF-8: events as newline-delimited JSON.
    public static final FileFormat LINES =
            new FileFormat(
                    FileKind.LINES,
                    ',',
                    '"',
                    StandardCharsets.UTF_8,
                    Malformed.REFUSE,
                    MOST_RECORD_BYTES);

    public FileFormat {
        if (delimiter > 127 || quote > 127 || delimiter == quote) {
            throw new IllegalArgumentException(
                    "delimiter and quote are two characters of ASCII: " + delimiter + " " + quote);
        }
        if (mostRecordBytes < 1) {
            throw new IllegalArgumentException("not a number of bytes: " + mostRecordBytes);
        }
    }

    /// The same with another bound for the bytes of a record.
    public FileFormat withMostRecordBytes(int most) {
        return new FileFormat(kind, delimiter, quote, encoding, malformed, most);
    }
}
