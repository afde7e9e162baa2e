package org.companytimeline.event.edtf;

import org.jspecify.annotations.Nullable;

/// The parts of a date as they are written, before the calendar is asked whether there is such a
/// day: `[-]YYYY[-MM[-DD]]`, any digit perhaps an `X`, a qualifier perhaps around each part.
record WrittenDate(Year year, @Nullable Digits month, @Nullable Digits day, Qualifier qualifier) {

    /// Null where the text has another shape.
    static @Nullable WrittenDate of(String text) {
        Scan scan = new Scan(text);
        scan.skipQualifier();
        boolean negative = scan.skip('-');
        Digits year = scan.digits(4);
        if (year == null) {
            return null;
        }
        Digits month = scan.part();
        Digits day = month == null ? null : scan.part();
        return scan.isAtEnd()
                ? new WrittenDate(new Year(negative, year), month, day, Qualifier.in(text))
                : null;
    }

    /// The number of a season, quarter, third or half, if it is written where a month would be; 0
    /// otherwise.
    int partOfYear() {
        return month != null && day == null && month.isExact() && month.lowest() > 20
                ? month.lowest()
                : 0;
    }

    /// Reads a text from left to right.
    private static final class Scan {
        private final String text;
        private int at;

        Scan(String text) {
            this.text = text;
        }

        boolean isAtEnd() {
            return at == text.length();
        }

        boolean skip(char expected) {
            boolean found = at < text.length() && text.charAt(at) == expected;
            at += found ? 1 : 0;
            return found;
        }

        void skipQualifier() {
            boolean found = at < text.length() && Qualifier.isOne(text.charAt(at));
            at += found ? 1 : 0;
        }

        /// A hyphen and two digits; null where there is none.
        @Nullable Digits part() {
            if (!skip('-')) {
                return null;
            }
            skipQualifier();
            return digits(2);
        }

        /// So many digits and perhaps a qualifier; null where there are none.
        @Nullable Digits digits(int count) {
            int end = at + count;
            if (end > text.length()) {
                return null;
            }
            for (int i = at; i < end; i++) {
                char c = text.charAt(i);
                if (c != 'X' && (c < '0' || '9' < c)) {
                    return null;
                }
            }
            Digits digits = Digits.of(text.substring(at, end));
            at = end;
            skipQualifier();
            return digits;
        }
    }
}
