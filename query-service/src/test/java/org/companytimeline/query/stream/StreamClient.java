package org.companytimeline.query.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One subscriber on a bare socket with a small buffer, which reads at will.
final class StreamClient implements AutoCloseable {

    static final String SSE = "text/event-stream";
    static final String NDJSON = "application/x-ndjson";

    private static final int SOCKET_BUFFER_BYTES = 16 * 1024;
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final JsonMapper JSON = new JsonMapper();

    /// What came on a stream.
    ///
    /// @param cursor where the stream stands after it
    /// @param event the event's JSON as it was sent; empty for a heartbeat
    /// @param heartbeat null for an event
    record Item(String cursor, String event, @Nullable JsonNode heartbeat) {

        boolean isHeartbeat() {
            return heartbeat != null;
        }

        JsonNode json() {
            return parse(event);
        }

        JsonNode state() {
            if (heartbeat == null) {
                throw new AssertionError("no heartbeat but " + event);
            }
            return heartbeat;
        }
    }

    private final Socket socket;
    private InputStream in;
    private final String format;
    private final SseParser parser = new SseParser();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Queue<Item> items = new ArrayDeque<>();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int status;
    private boolean headRead;
    private boolean ended;

    private StreamClient(Socket socket, String format) throws IOException {
        this.socket = socket;
        this.format = format;
        in = new BufferedInputStream(socket.getInputStream());
    }

    /// Asks for a stream and returns before the answer.
    ///
    /// @param query without its question mark
    static StreamClient open(String format, String query, String... moreHeaders)
            throws IOException {
        return open(RestAssured.port, format, query, moreHeaders);
    }

    static StreamClient open(int port, String format, String query, String... moreHeaders)
            throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SOCKET_BUFFER_BYTES);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        StringBuilder request =
                new StringBuilder("GET /events?" + query + " HTTP/1.1\r\nHost: localhost\r\n")
                        .append("Accept: " + format + "\r\n");
        for (String header : moreHeaders) {
            request.append(header).append("\r\n");
        }
        socket.getOutputStream()
                .write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        return new StreamClient(socket, format);
    }

    int status() throws IOException {
        readHead();
        return status;
    }

    String header(String name) throws IOException {
        readHead();
        return headers.getOrDefault(name, "");
    }

    /// The next event or heartbeat; null once the stream has ended.
    @Nullable Item next() throws IOException {
        while (items.isEmpty() && !ended) {
            readChunk();
        }
        return items.poll();
    }

    Item nextItem() throws IOException {
        Item item = next();
        if (item == null) {
            throw new AssertionError("the stream has ended");
        }
        return item;
    }

    Item nextEvent() throws IOException {
        Item item = nextItem();
        while (item.isHeartbeat()) {
            item = nextItem();
        }
        return item;
    }

    Item nextHeartbeat() throws IOException {
        Item item = nextItem();
        while (!item.isHeartbeat()) {
            item = nextItem();
        }
        return item;
    }

    /// Lets what comes be read so many bytes at a time, with a pause before each.
    void readSlowly(int bytes, Duration pause) {
        in =
                new BufferedInputStream(
                        new FilterInputStream(in) {
                            @Override
                            public int read(byte[] into, int offset, int length)
                                    throws IOException {
                                LockSupport.parkNanos(pause.toNanos());
                                return super.read(into, offset, Math.min(length, bytes));
                            }
                        });
    }

    /// The reconnection time that was last given, in milliseconds; empty if none was.
    String retry() {
        return parser.retry();
    }

    private void readHead() throws IOException {
        if (headRead) {
            return;
        }
        headRead = true;
        status = Integer.parseInt(headerLine().split(" ", -1)[1]);
        for (String line = headerLine(); !line.isEmpty(); line = headerLine()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
    }

    private void readChunk() throws IOException {
        readHead();
        if (status != 200) {
            throw new AssertionError("not a stream: " + status);
        }
        int length = Integer.parseInt(headerLine(), 16);
        add(in.readNBytes(length));
        headerLine();
        ended = length == 0;
    }

    private void add(byte[] bytes) {
        if (format.equals(SSE)) {
            parser.add(bytes);
            for (SseParser.Message message : parser.take()) {
                items.add(
                        message.event().equals("heartbeat")
                                ? new Item(message.id(), "", parse(message.data()))
                                : new Item(message.id(), message.data(), null));
            }
            return;
        }
        for (byte b : bytes) {
            if (b == '\n') {
                items.add(item(line.toString(StandardCharsets.UTF_8)));
                line.reset();
            } else {
                line.write(b);
            }
        }
    }

    /// The event is cut out of its line, so that it is seen as it was sent.
    private static Item item(String text) {
        JsonNode parsed = parse(text);
        String cursor = parsed.path("cursor").asText();
        if (parsed.has("heartbeat")) {
            return new Item(cursor, "", parsed.path("heartbeat"));
        }
        String before = "{\"cursor\":\"" + cursor + "\",\"event\":";
        if (!text.startsWith(before)) {
            throw new AssertionError("neither event nor heartbeat: " + text);
        }
        return new Item(cursor, text.substring(before.length(), text.length() - 1), null);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    private String headerLine() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the service closed the connection");
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
}
