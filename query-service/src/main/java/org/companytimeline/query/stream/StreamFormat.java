package org.companytimeline.query.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.companytimeline.query.view.Cursor;
import org.companytimeline.query.view.EventSum;

/// How events and heartbeats are written on a stream. Bodies go out byte for byte; a line end in
/// one, which JSON allows only between tokens, becomes a blank.
public enum StreamFormat {
    /// Server-sent events.
    SSE("text/event-stream") {
        @Override
        int event(ByteArrayOutputStream out, String cursor, byte[] body) {
            text(out, "id: " + cursor + "\ndata: ");
            int bodyFrom = out.size();
            out.writeBytes(onOneLine(body));
            text(out, "\n\n");
            return bodyFrom;
        }

        @Override
        String heartbeat(Cursor cursor, String state) {
            return "event: heartbeat\nid: " + cursor + "\ndata: " + state + "\n\n";
        }

        @Override
        String farewell(Cursor cursor, String state, Duration retryAfter) {
            return "retry: " + retryAfter.toMillis() + '\n' + heartbeat(cursor, state);
        }
    },
    /// One JSON object a line.
    NDJSON("application/x-ndjson") {
        @Override
        int event(ByteArrayOutputStream out, String cursor, byte[] body) {
            text(out, "{\"cursor\":\"" + cursor + "\",\"event\":");
            int bodyFrom = out.size();
            out.writeBytes(onOneLine(body));
            text(out, "}\n");
            return bodyFrom;
        }

        @Override
        String heartbeat(Cursor cursor, String state) {
            return "{\"cursor\":\"" + cursor + "\",\"heartbeat\":" + state + "}\n";
        }

        @Override
        String farewell(Cursor cursor, String state, Duration retryAfter) {
            return heartbeat(cursor, state);
        }
    };

    private final String mediaType;

    StreamFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /// Writes one event.
    ///
    /// @param cursor where a stream stands after it
    /// @return where its body begins
    abstract int event(ByteArrayOutputStream out, String cursor, byte[] body);

    abstract String heartbeat(Cursor cursor, String state);

    /// The last heartbeat of a stream that ends because the service stops.
    abstract String farewell(Cursor cursor, String state, Duration retryAfter);

    /// What a heartbeat says beside the cursor.
    ///
    /// @param head how far the projection is
    /// @param sent on this connection
    static String state(Cursor head, EventSum sent) {
        return "{\"head\":\"%s\",\"count\":%d,\"hash\":\"%s\"}"
                .formatted(head, sent.count(), sent.hash());
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] onOneLine(byte[] body) {
        for (int i = 0; i < body.length; i++) {
            if (body[i] == '\n' || body[i] == '\r') {
                return new String(body, StandardCharsets.ISO_8859_1)
                        .replace('\n', ' ')
                        .replace('\r', ' ')
                        .getBytes(StandardCharsets.ISO_8859_1);
            }
        }
        return body;
    }
}
