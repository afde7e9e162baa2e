package org.companytimeline.cli;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Refused rows of a file of JSON: `{"line", "column", "reason", "row"}` on a line each, where
/// `row` is the text of the row as it was. One that is too long, or no UTF-8, stands in `rowBase64`
/// instead.
final class RejectedLines implements RejectedRowFormat {
    @Override
    public void begin(OutputStream out) {
        // Lines need no header.
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
        put(
                out,
                "{\"line\":%d,\"column\":\"%s\",\"reason\":\"%s\","
                        .formatted(line, escaped(why.column()), escaped(why.reason())));
        if (rest.equals(ImportRejects.Rest.NONE) && isText(raw)) {
            put(
                    out,
                    "\"row\":\"%s\"}\n"
                            .formatted(
                                    escaped(
                                            new String(
                                                    raw,
                                                    0,
                                                    RejectedCsv.lengthWithoutBreak(raw),
                                                    StandardCharsets.UTF_8))));
        } else {
            put(out, "\"rowBase64\":\"");
            try (var base64 = Base64.getEncoder().wrap(new LeftOpen(out))) {
                base64.write(raw);
                rest.copyTo(base64);
            }
            put(out, "\"}\n");
        }
    }

    private static boolean isText(byte[] raw) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    private static void put(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Ends what is written to it, not what it writes to.
    private static final class LeftOpen extends FilterOutputStream {
        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
