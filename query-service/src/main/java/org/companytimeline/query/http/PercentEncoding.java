package org.companytimeline.query.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Percent-encoding of addresses (RFC 3986).
final class PercentEncoding {

    private PercentEncoding() {}

    /// Whether a raw path and query decode to UTF-8 without anything left over.
    static boolean isUtf8(String raw) {
        if (raw.indexOf('%') < 0 && raw.chars().allMatch(c -> c < 0x80)) {
            return true;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= 0x80) {
                return false;
            }
            if (c != '%') {
                bytes.write(c);
                continue;
            }
            boolean whole = i + 2 < raw.length();
            int high = whole ? Character.digit(raw.charAt(i + 1), 16) : -1;
            int low = whole ? Character.digit(raw.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                return false;
            }
            bytes.write(high << 4 | low);
            i += 2;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
