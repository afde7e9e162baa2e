package org.companytimeline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One `POST /events` of NDJSON on a bare socket with small buffers, written and read at will.
final class OpenStream implements AutoCloseable {

    private static final int SOCKET_BUFFER_BYTES = 32 * 1024;
    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final AtomicLong sent = new AtomicLong();
    private final ByteArrayOutputStream unread = new ByteArrayOutputStream();
    private long sentAtLastLook = -1;
    private boolean headRead;
    private boolean bodyRead;

    private OpenStream(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    static OpenStream open(String token) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SOCKET_BUFFER_BYTES);
        socket.setSendBufferSize(SOCKET_BUFFER_BYTES);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        OpenStream stream = new OpenStream(socket);
        stream.out.write(
                ("POST /events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + token
                                + "\r\nContent-Type: application/x-ndjson\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n")
                        .getBytes(UTF_8));
        return stream;
    }

    void send(String text) {
        send(text.getBytes(UTF_8));
    }

    void send(byte[] bytes) {
        write((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
        write(bytes);
        write("\r\n".getBytes(UTF_8));
        sent.addAndGet(bytes.length);
    }

    void end() {
        write("0\r\n\r\n".getBytes(UTF_8));
    }

    private void write(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the service closed the connection", e);
        }
    }

    long sentBytes() {
        return sent.get();
    }

    /// Whether something was sent, and nothing more since this was last asked.
    boolean standsStill() {
        long now = sent.get();
        boolean still = now > 0 && now == sentAtLastLook;
        sentAtLastLook = now;
        return still;
    }

    /// The next line of the answer's body, without its line feed.
    String readLine() throws IOException {
        String line = nextLine();
        if (line == null) {
            throw new IOException("the answer has ended");
        }
        return line;
    }

    List<ObjectNode> readAll() throws IOException {
        List<ObjectNode> lines = new ArrayList<>();
        for (String line = nextLine(); line != null; line = nextLine()) {
            lines.add(Json.object(line));
        }
        return lines;
    }

    private @Nullable String nextLine() throws IOException {
        int lineFeed = indexOfLineFeed();
        while (lineFeed < 0 && !bodyRead) {
            readChunk();
            lineFeed = indexOfLineFeed();
        }
        if (lineFeed < 0) {
            return null;
        }
        byte[] bytes = unread.toByteArray();
        unread.reset();
        unread.write(bytes, lineFeed + 1, bytes.length - lineFeed - 1);
        return new String(bytes, 0, lineFeed, UTF_8);
    }

    private int indexOfLineFeed() {
        byte[] bytes = unread.toByteArray();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void readChunk() throws IOException {
        if (!headRead) {
            String status = headerLine();
            if (!status.startsWith("HTTP/1.1 200")) {
                throw new IOException("not taken: " + status);
            }
            while (!headerLine().isEmpty()) {
                headRead = true;
            }
        }
        int length = Integer.parseInt(headerLine(), 16);
        unread.write(in.readNBytes(length));
        headerLine();
        bodyRead = length == 0;
    }

    private String headerLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the service closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
