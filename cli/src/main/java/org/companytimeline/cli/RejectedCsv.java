package org.companytimeline.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.companytimeline.mapping.records.FileFormat;

/// Refused rows of a CSV file as CSV of the same kind: the columns of the file, then `line`,
/// `column` and `reason`.
///
/// The bytes of a row stay as they were, so the corrected rows can be imported with the same
/// mapping. A row that can't be read as fields stands as it was in the first of them, in quotes.
/// What this file adds begins with no character by which a spreadsheet knows a formula.
final class RejectedCsv implements RejectedRowFormat {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final FileFormat format;
    private final List<String> columns;

    RejectedCsv(FileFormat format, List<String> columns) {
        this.format = format;
        this.columns = columns;
    }

    @Override
    public void begin(OutputStream out) throws IOException {
        var header =
                columns.stream()
                        .map(this::quoted)
                        .collect(Collectors.joining(String.valueOf(format.delimiter())));
        out.write(
                (header + "%1$cline%1$ccolumn%1$creason\r\n".formatted(format.delimiter()))
                        .getBytes(format.encoding()));
    }

    @Override
    public void write(
            OutputStream out,
            long line,
            byte[] raw,
            ImportRejects.Rest rest,
            boolean isReadable,
            RowRefusal why)
            throws IOException {
        if (isReadable) {
            out.write(raw, 0, lengthWithoutBreak(raw));
        } else {
            out.write(format.quote());
            var doubling = new QuoteDoubling(out, format.quote());
            doubling.write(raw, 0, lengthWithoutBreak(raw));
            rest.copyTo(doubling);
            out.write(format.quote());
            for (int field = 1; field < columns.size(); field++) {
                out.write(format.delimiter());
            }
        }
        var told =
                "%1$c%2$d%1$c%3$s%1$c%4$s\r\n"
                        .formatted(
                                format.delimiter(),
                                line,
                                quoted(inert(why.column())),
                                quoted(inert(why.reason())));
        out.write(told.getBytes(format.encoding()));
    }

    private static String inert(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private String quoted(String text) {
        var quote = String.valueOf(format.quote());
        return quote + text.replace(quote, quote + quote) + quote;
    }

    static int lengthWithoutBreak(byte[] raw) {
        var length = raw.length;
        if (length > 0 && raw[length - 1] == '\n') {
            length--;
        }
        if (length > 0 && raw[length - 1] == '\r') {
            length--;
        }
        return length;
    }

    /// Writes each quote twice.
    private static final class QuoteDoubling extends FilterOutputStream {
        private final int quote;

        QuoteDoubling(OutputStream out, int quote) {
            super(out);
            this.quote = quote;
        }

        @Override
        public void write(int b) throws IOException {
            if (b == quote) {
                out.write(quote);
            }
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int i = from; i < from + length; i++) {
                write(bytes[i]);
            }
        }
    }
}
