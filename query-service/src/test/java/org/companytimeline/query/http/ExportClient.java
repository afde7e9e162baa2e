package org.companytimeline.query.http;

import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/// Takes an export on a bare socket with a small buffer, at will.
final class ExportClient implements AutoCloseable {

    private static final int SOCKET_BUFFER_BYTES = 16 * 1024;
    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final int status;

    /// Asks for an export and reads the head of the answer.
    private ExportClient(String version, String accept) throws IOException {
        socket.setReceiveBufferSize(SOCKET_BUFFER_BYTES);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        in = new BufferedInputStream(socket.getInputStream());
        socket.getOutputStream()
                .write(
                        "GET /timelines %s\r\nHost: localhost\r\nAccept: %s\r\n\r\n"
                                .formatted(version, accept)
                                .getBytes(StandardCharsets.US_ASCII));
        status = Integer.parseInt(line().split(" ", -1)[1]);
        for (String header = line(); !header.isEmpty(); header = line()) {
            // only the status matters
        }
    }

    /// What an export over HTTP/1.0 is answered.
    static int statusOverHttp10(String accept) throws IOException {
        try (ExportClient client = new ExportClient("HTTP/1.0", accept)) {
            return client.status;
        }
    }

    /// One that is answered with an export, as soon as there is room for it.
    static ExportClient whenThereIsRoom() {
        List<ExportClient> opened = new ArrayList<>();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    ExportClient next = new ExportClient("HTTP/1.1", "application/x-ndjson");
                    if (next.status == 200) {
                        return opened.add(next);
                    }
                    next.close();
                    return false;
                });
        return opened.getLast();
    }

    /// The next bytes of the body; empty at its end.
    ///
    /// @throws IOException if the connection ends before the body
    byte[] chunk() throws IOException {
        int length = Integer.parseInt(line(), 16);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the connection ended within a chunk");
        }
        line();
        return bytes;
    }

    /// What still comes until the body or the connection ends, and whether the body did.
    Rest rest() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (byte[] chunk = chunk(); chunk.length > 0; chunk = chunk()) {
                bytes.writeBytes(chunk);
            }
            return new Rest(bytes.toString(StandardCharsets.UTF_8), true);
        } catch (IOException cut) {
            return new Rest(bytes.toString(StandardCharsets.UTF_8), false);
        }
    }

    /// The rest of a body.
    ///
    /// @param isWhole whether its last chunk came
    record Rest(String text, boolean isWhole) {}

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended");
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
