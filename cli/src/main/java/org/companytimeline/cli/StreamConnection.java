package org.companytimeline.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One connection to a stream of events, in newline-delimited JSON.
///
/// It adds up the events that it gives out, and holds the sum against each heartbeat.
final class StreamConnection implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final int OK = 200;

    /// What the service answered.
    sealed interface Answer {
        record Streaming(StreamConnection connection) implements Answer {}

        /// No stream, and why.
        ///
        /// @param retryAfter the header as it was sent; empty if it was not
        /// @param body a problem, if the service itself refused
        record Refused(int status, String retryAfter, String body) implements Answer {}
    }

    private final HttpURLConnection http;
    private final BufferedReader in;
    private final ReceivedSum received = new ReceivedSum();
    private String goal = "";
    private String cursor = "";

    private StreamConnection(HttpURLConnection http) throws IOException {
        this.http = http;
        in =
                new BufferedReader(
                        new InputStreamReader(http.getInputStream(), StandardCharsets.UTF_8));
    }

    /// @param deadAfter how long nothing may come
    static Answer open(URI stream, Duration deadAfter) throws IOException {
        var http = (HttpURLConnection) stream.toURL().openConnection();
        http.setRequestProperty("Accept", "application/x-ndjson");
        http.setConnectTimeout((int) CONNECT_LIMIT.toMillis());
        http.setReadTimeout((int) deadAfter.toMillis());
        return http.getResponseCode() == OK
                ? new Answer.Streaming(new StreamConnection(http))
                : refused(http);
    }

    private static Answer.Refused refused(HttpURLConnection http) throws IOException {
        var retryAfter = http.getHeaderField("Retry-After");
        try (InputStream body = http.getErrorStream()) {
            return new Answer.Refused(
                    http.getResponseCode(),
                    retryAfter == null ? "" : retryAfter,
                    body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /// The next event or heartbeat; null once the service has ended the stream.
    ///
    /// @throws IOException if the connection is lost, or dead
    /// @throws CommandException if a heartbeat tells of other events than came
    @Nullable StreamMessage next() throws IOException {
        var line = in.readLine();
        if (line == null) {
            return null;
        }
        var message = StreamMessage.of(line);
        cursor = message.cursor();
        switch (message) {
            case StreamMessage.Event event ->
                    received.add(
                            event.json().path("position").asText(),
                            event.json().path("id").asText());
            case StreamMessage.Heartbeat heartbeat -> hold(heartbeat);
        }
        return message;
    }

    private void hold(StreamMessage.Heartbeat heartbeat) {
        if (!received.agreesWith(heartbeat)) {
            throw new CommandException(
                    "The stream is not whole: query-service sent %d events with the hash %s, but %d with the hash %s came"
                            .formatted(
                                    heartbeat.count(),
                                    heartbeat.hash(),
                                    received.count(),
                                    received.hash()));
        }
        if (goal.isEmpty()) {
            goal = heartbeat.head();
        }
    }

    /// Whether it has come to where the head was when it began.
    boolean isAtHead() {
        return cursor.equals(goal);
    }

    @Override
    public void close() {
        http.disconnect();
    }
}
