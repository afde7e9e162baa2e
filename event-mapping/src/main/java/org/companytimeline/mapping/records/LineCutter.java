package org.companytimeline.mapping.records;

import java.io.IOException;

/// A record is a line.
///
/// @param most bytes of a record
record LineCutter(int most) implements Cutter {

    @Override
    public Cut cut(ByteWindow bytes) throws IOException {
        int from = 0;
        while (from < most && isSpace(bytes.at(from))) {
            from++;
        }
        int lineBreak = bytes.breakAt(from);
        if (lineBreak > 0) {
            return Cut.blank(from + lineBreak, 1);
        }
        return bytes.at(from) < 0 ? Cut.blank(from, 0) : lineFrom(bytes, from);
    }

    private static boolean isSpace(int b) {
        return b == ' ' || b == '\t';
    }

    /// The line of which so many bytes were looked at already and are no line break.
    Cut lineFrom(ByteWindow bytes, int from) throws IOException {
        for (int i = from; i < most; i++) {
            if (bytes.at(i) < 0) {
                return Cut.whole(i, 0, false);
            }
            int lineBreak = bytes.breakAt(i);
            if (lineBreak > 0) {
                return Cut.whole(i + lineBreak, 1, true);
            }
        }
        if (bytes.at(most) < 0) {
            return Cut.whole(most, 0, false);
        }
        int lineBreak = bytes.breakAt(most);
        return lineBreak > 0 ? Cut.whole(most + lineBreak, 1, true) : Cut.tooLong(most, most);
    }
}
