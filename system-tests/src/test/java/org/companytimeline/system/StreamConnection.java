package org.companytimeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One connection of a subscriber, on a bare socket with a small buffer: the service feels it when
/// nobody reads.
final class StreamConnection implements AutoCloseable {

    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int SILENCE_MILLIS = 20_000;

    /// What a stream is sent as.
    enum Format {
        SSE("text/event-stream"),
        NDJSON("application/x-ndjson");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }
    }

    /// An event or a heartbeat.
    ///
    /// @param cursor where the stream stands after it
    /// @param json the event, or the state that a heartbeat tells
    record Item(String cursor, boolean isHeartbeat, JsonNode json) {}

    private final Socket socket;
    private final InputStream in;
    private final Format format;
    private final int status;
    private final BufferedReader body;

    private StreamConnection(Socket socket, Format format) throws IOException {
        this.socket = socket;
        this.format = format;
        in = new BufferedInputStream(socket.getInputStream());
        status = Integer.parseInt(line().split(" ", -1)[1]);
        while (!line().isEmpty()) {
            // Headers say nothing that is needed here.
        }
        body = new BufferedReader(new InputStreamReader(new Chunks(), StandardCharsets.UTF_8));
    }

    /// Asks for a stream and returns once its headers have come.
    ///
    /// @param query without its question mark
    /// @param lastEventId empty for none
    static StreamConnection open(URI service, Format format, String query, String lastEventId)
            throws IOException {
        Socket socket = new Socket();
        try {
            socket.setReceiveBufferSize(BUFFER_BYTES);
            socket.setSoTimeout(SILENCE_MILLIS);
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
            String request =
                    "GET /events?%s HTTP/1.1\r\nHost: localhost\r\nAccept: %s\r\n%s\r\n"
                            .formatted(
                                    query,
                                    format.mediaType,
                                    lastEventId.isEmpty()
                                            ? ""
                                            : "Last-Event-ID: " + lastEventId + "\r\n");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new StreamConnection(socket, format);
        } catch (IOException | RuntimeException | Error failure) {
            socket.close();
            throw failure;
        }
    }

    int status() {
        return status;
    }

    /// The next event or heartbeat; null where the service ended the stream in order.
    ///
    /// @throws IOException if the connection was cut; what came of an unfinished item is dropped
    @Nullable Item next() throws IOException {
        try {
            return switch (format) {
                case SSE -> nextMessage();
                case NDJSON -> nextLine();
            };
        } catch (SocketTimeoutException silence) {
            throw new AssertionError("not even a heartbeat came", silence);
        }
    }

    private @Nullable Item nextLine() throws IOException {
        String text = body.readLine();
        if (text == null) {
            return null;
        }
        JsonNode line = Json.of(text);
        boolean isHeartbeat = line.has("heartbeat");
        return new Item(
                line.path("cursor").asText(),
                isHeartbeat,
                line.required(isHeartbeat ? "heartbeat" : "event"));
    }

    private @Nullable Item nextMessage() throws IOException {
        String id = "";
        String data = "";
        boolean isHeartbeat = false;
        for (String line = body.readLine(); line != null; line = body.readLine()) {
            if (line.isEmpty()) {
                return new Item(id, isHeartbeat, Json.of(data));
            }
            String value = line.substring(line.indexOf(' ') + 1);
            switch (line.substring(0, line.indexOf(':'))) {
                case "id" -> id = value;
                case "data" -> data = value;
                case "event" -> isHeartbeat = value.equals("heartbeat");
                case "retry" -> {}
                default -> throw new AssertionError("not of this stream: " + line);
            }
        }
        return null;
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was cut");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /// The body without its chunks. It ends where the last chunk says so, otherwise it was cut.
    private final class Chunks extends InputStream {

        private int left;
        private boolean ended;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left == 0 && !ended) {
                left = Integer.parseInt(line(), 16);
                ended = left == 0;
            }
            if (ended) {
                return -1;
            }
            int count = in.read(bytes, from, Math.min(length, left));
            if (count < 0) {
                throw new EOFException("the connection was cut");
            }
            left -= count;
            if (left == 0) {
                line();
            }
            return count;
        }
    }
}
