package org.companytimeline.mapping.records;

import org.jspecify.annotations.Nullable;

/// Where a record ends.
///
/// @param length its bytes from the first that is not taken, its line break included
/// @param lines the line breaks in it
/// @param ended whether it ends before the file does
/// @param whole false where it goes on to the end of the line
/// @param blank whether there is nothing in it
/// @param fault why it can't be read; null where it can
record Cut(
        int length,
        int lines,
        boolean ended,
        boolean whole,
        boolean blank,
        @Nullable String fault) {

    static Cut whole(int length, int lines, boolean ended) {
        return new Cut(length, lines, ended, true, false, null);
    }

    static Cut blank(int length, int lines) {
        return new Cut(length, lines, true, true, true, null);
    }

    static Cut broken(int length, int lines, String fault) {
        return new Cut(length, lines, true, true, false, fault);
    }

    /// A line of which only the first bytes were looked at.
    static Cut tooLong(int length, int most) {
        return new Cut(
                length,
                0,
                true,
                false,
                false,
                "is longer than %,d bytes, which a record may have; look for a line break or a"
                                .formatted(most)
                        + " closing quote that is missing");
    }
}
