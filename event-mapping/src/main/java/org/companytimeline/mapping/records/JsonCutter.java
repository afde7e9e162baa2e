package org.companytimeline.mapping.records;

import java.io.IOException;

/// A record is a JSON object, alone or in an array, over any number of lines. One that is not
/// closed takes its own first line with it and no other.
///
/// @param most bytes of a record
record JsonCutter(int most) implements Cutter {

    /// Objects and arrays within one another.
    private static final int MOST_LEVELS = 100;

    @Override
    public Cut cut(ByteWindow bytes) throws IOException {
        int blank = bytes.breakAt(0);
        if (blank > 0) {
            return Cut.blank(blank, 1);
        }
        if (isBetween(bytes.at(0))) {
            return Cut.blank(1, 0);
        }
        if (bytes.at(0) != '{') {
            return line(bytes, "is no JSON object");
        }
        int lines = 0;
        int firstLine = 0;
        int levels = 0;
        boolean inText = false;
        for (int i = 0; i <= most; i++) {
            int b = bytes.at(i);
            if (b < 0) {
                return firstLineOf(bytes, firstLine, "is an object that is not closed");
            }
            int lineBreak = bytes.breakAt(i);
            if (lineBreak > 0) {
                if (inText) {
                    return firstLineOf(bytes, firstLine, "has a line break in a text");
                }
                i += lineBreak - 1;
                lines++;
                firstLine = firstLine == 0 ? i + 1 : firstLine;
            } else if (inText) {
                if (b == '\\' && bytes.breakAt(i + 1) == 0) {
                    i++;
                }
                inText = b != '"';
            } else if (b == '"') {
                inText = true;
            } else if (b == '{' || b == '[') {
                levels++;
                if (levels > MOST_LEVELS) {
                    return firstLineOf(
                            bytes, firstLine, "has more than " + MOST_LEVELS + " levels");
                }
            } else if (b == '}' || b == ']') {
                levels--;
                if (levels == 0) {
                    return Cut.whole(i + 1, lines, true);
                }
            }
        }
        return firstLineOf(
                bytes,
                firstLine,
                "is longer than %,d bytes, which a record may have".formatted(most));
    }

    private static boolean isBetween(int b) {
        return b == ' ' || b == '\t' || b == ',' || b == '[' || b == ']';
    }

    private Cut firstLineOf(ByteWindow bytes, int firstLine, String fault) throws IOException {
        return firstLine > 0 ? Cut.broken(firstLine, 1, fault) : line(bytes, fault);
    }

    private Cut line(ByteWindow bytes, String fault) throws IOException {
        Cut line = new LineCutter(most).cut(bytes);
        return line.whole() ? Cut.broken(line.length(), line.lines(), fault) : line;
    }
}
