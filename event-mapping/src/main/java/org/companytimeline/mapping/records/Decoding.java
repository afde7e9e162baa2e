package org.companytimeline.mapping.records;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;

/// Bytes to text.
final class Decoding {

    /// What became text.
    ///
    /// @param text where `fault` is empty
    /// @param fault why it is none, else empty
    /// @param replaced whether something became U+FFFD
    record Decoded(String text, String fault, boolean replaced) {}

    private static final char REPLACEMENT = '\uFFFD';

    private final FileFormat format;
    private final CharsetDecoder strict;

    Decoding(FileFormat format) {
        this.format = format;
        strict =
                format.encoding()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    Decoded decode(byte[] raw) {
        ByteBuffer bytes = ByteBuffer.wrap(raw);
        CharBuffer text = CharBuffer.allocate(raw.length);
        strict.reset();
        CoderResult result = strict.decode(bytes, text, true);
        if (result.isError() && format.malformed() == Malformed.REFUSE) {
            return new Decoded("", notEncoded(raw, bytes.position()), false);
        }
        String decoded =
                result.isError() ? new String(raw, format.encoding()) : text.flip().toString();
        if (format.malformed() == Malformed.REFUSE) {
            return new Decoded(decoded, "", false);
        }
        String kept = withoutControls(decoded);
        return new Decoded(kept, "", result.isError() || !kept.equals(decoded));
    }

    private String notEncoded(byte[] raw, int at) {
        return String.format(
                Locale.ROOT,
                "has the byte 0x%02X at its position %,d, which is not %s; give the file's"
                        + " encoding, or \"malformed: keep\" to read such bytes as U+FFFD",
                raw[at] & 0xff,
                at + 1,
                format.encoding().name());
    }

    private static String withoutControls(String text) {
        StringBuilder kept = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r') {
                kept = kept == null ? new StringBuilder(text) : kept;
                kept.setCharAt(i, REPLACEMENT);
            }
        }
        return kept == null ? text : kept.toString();
    }
}
