package org.companytimeline.query.view;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The JSON of a list: `{"items":[…],"next":"…"}`. Items are written through as they are.
final class ListBody {

    private ListBody() {}

    /// @param next absent on the last page
    static byte[] of(Rows<?> rows, Optional<PageCursor> next) {
        int size = rows.items().stream().mapToInt(item -> item.length + 1).sum();
        ByteArrayOutputStream body = new ByteArrayOutputStream(size + 512);
        ascii(body, "{\"items\":[");
        boolean first = true;
        for (byte[] item : rows.items()) {
            if (!first) {
                body.write(',');
            }
            body.writeBytes(item);
            first = false;
        }
        body.write(']');
        body.writeBytes(rows.beside().getBytes(StandardCharsets.UTF_8));
        next.ifPresent(cursor -> ascii(body, ",\"next\":\"" + cursor + "\""));
        body.write('}');
        return body.toByteArray();
    }

    private static void ascii(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
