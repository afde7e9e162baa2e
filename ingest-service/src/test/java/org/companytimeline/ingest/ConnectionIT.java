package org.companytimeline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Log.class)
class ConnectionIT {

    private static final int TOO_MANY_BYTES = 8 * 1024 * 1024;
    private static final int TIMEOUT_MILLIS = 30_000;

    Posts posts;

    @ParameterizedTest
    @CsvSource({
        "true, application/json, 413",
        "false, application/json, 401",
        "true, text/plain, 415"
    })
    void a_refused_body_is_read_to_its_end_and_the_connection_takes_the_next_post(
            boolean withToken, String contentType, int status) throws IOException {
        byte[] event = Examples.event().toString().getBytes(ISO_8859_1);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            socket.getOutputStream().write(head(withToken, contentType, TOO_MANY_BYTES));
            socket.getOutputStream().write(new byte[TOO_MANY_BYTES]);
            String refused = status(in);

            socket.getOutputStream().write(head(true, "application/json", event.length));
            socket.getOutputStream().write(event);
            String next = status(in);

            assertThat(refused).startsWith("HTTP/1.1 " + status);
            assertThat(next).startsWith("HTTP/1.1 201");
        }
    }

    private byte[] head(boolean withToken, String contentType, int length) {
        String token = withToken ? "Authorization: Bearer " + posts.publisherToken() + "\r\n" : "";
        return ("POST /events HTTP/1.1\r\nHost: localhost\r\n"
                        + token
                        + "Content-Type: "
                        + contentType
                        + "\r\nContent-Length: "
                        + length
                        + "\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    /// The status line of the next answer, which is read to its end.
    private static String status(InputStream in) throws IOException {
        String status = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.readNBytes(length);
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the service closed the connection");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
