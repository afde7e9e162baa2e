package org.companytimeline.mapping.records;

import java.io.IOException;

/// A record ends with its line, but for line breaks in quotes (RFC 4180). A quote that is not
/// closed, or behind whose closing something else than a delimiter stands, takes its own line with
/// it and no other: lines behind it are records again.
///
/// A line that other lines can swallow has its quotes in pairs, and such a line never opens one
/// that it does not close; so no byte is looked at more than twice.
final class CsvCutter implements Cutter {

    private enum At {
        FIELD_START,
        IN_FIELD,
        IN_QUOTES,
        BEHIND_QUOTE
    }

    private final int delimiter;
    private final int quote;
    private final int most;

    CsvCutter(FileFormat format) {
        delimiter = format.delimiter();
        quote = format.quote();
        most = format.mostRecordBytes();
    }

    @Override
    public Cut cut(ByteWindow bytes) throws IOException {
        int blank = bytes.breakAt(0);
        if (blank > 0) {
            return Cut.blank(blank, 1);
        }
        At at = At.FIELD_START;
        int field = 1;
        int lines = 0;
        int firstLine = 0;
        for (int i = 0; i <= most; i++) {
            int b = bytes.at(i);
            if (at == At.IN_QUOTES) {
                if (b < 0) {
                    return firstLineOf(
                            bytes, firstLine, i, unclosed(field, "before the file ends"));
                }
                int lineBreak = bytes.breakAt(i);
                if (lineBreak > 0) {
                    i += lineBreak - 1;
                    lines++;
                    firstLine = firstLine == 0 ? i + 1 : firstLine;
                }
                at = b == quote ? At.BEHIND_QUOTE : at;
            } else if (b < 0) {
                return Cut.whole(i, lines, false);
            } else if (b == '\n' || b == '\r') {
                return Cut.whole(i + bytes.breakAt(i), lines + 1, true);
            } else if (b == delimiter) {
                at = At.FIELD_START;
                field++;
            } else if (b == quote && at != At.IN_FIELD) {
                at = At.IN_QUOTES;
            } else if (at == At.BEHIND_QUOTE) {
                return firstLineOf(bytes, firstLine, i, strayQuote(field, lines));
            } else {
                at = At.IN_FIELD;
            }
        }
        return at == At.IN_QUOTES || at == At.BEHIND_QUOTE || lines > 0
                ? firstLineOf(
                        bytes, firstLine, most, unclosed(field, "within %,d bytes".formatted(most)))
                : Cut.tooLong(most, most);
    }

    private Cut firstLineOf(ByteWindow bytes, int firstLine, int seen, String fault)
            throws IOException {
        if (firstLine > 0) {
            return Cut.broken(firstLine, 1, fault);
        }
        Cut line = new LineCutter(most).lineFrom(bytes, Math.min(seen, most));
        return line.whole() ? Cut.broken(line.length(), line.lines(), fault) : line;
    }

    private String unclosed(int field, String where) {
        return "opens a quote in field %d that is not closed %s; close it, or double it where it is a part of the text"
                .formatted(field, where);
    }

    private String strayQuote(int field, int lines) {
        return lines == 0
                ? "has a quote in field %d behind which the text goes on; double a quote that is a part of the text"
                        .formatted(field)
                : unclosed(
                        field,
                        "on its line, and not as it should %,d lines below".formatted(lines));
    }
}
