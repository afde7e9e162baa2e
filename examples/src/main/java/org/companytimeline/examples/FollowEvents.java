package org.companytimeline.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// Follows the events of Company Timeline and keeps each of them once, in a file.
///
/// Arguments: a stream, such as `http://localhost:8080/events?from=beginning` with filters if you
/// like, and the file. Each line of the file is `{"cursor": …, "event": {…}}`: an event and the
/// cursor after it, written at once. So this program may be killed at any time and run again: it
/// goes on where it was. The first line is a heartbeat, with the cursor where it began.
public final class FollowEvents {
    /// Heartbeats come at most 15 seconds apart.
    private static final int DEAD_AFTER_MILLIS = 30_000;

    private static final long LONGEST_WAIT_MILLIS = 30_000;
    private static final long SHORTEST_WAIT_MILLIS = 500;
    private static final Set<Integer> COME_AGAIN = Set.of(429, 502, 503, 504);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI stream;
    private final LineFile file;
    private String cursor;
    private long waitMillis = SHORTEST_WAIT_MILLIS;

    private FollowEvents(URI stream, LineFile file) throws IOException {
        this.stream = stream;
        this.file = file;
        String last = file.lastLine();
        cursor = last.isEmpty() ? "" : JSON.readTree(last).get("cursor").asText();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (LineFile file = new LineFile(Path.of(arguments[1]))) {
            new FollowEvents(URI.create(arguments[0]), file).follow();
        } catch (IllegalStateException | UncheckedIOException end) {
            System.err.println(end.getMessage());
            System.exit(1);
        }
    }

    private void follow() throws InterruptedException {
        while (true) {
            long retryAfterMillis = 0;
            try {
                retryAfterMillis = connectOnce();
            } catch (IOException lost) {
                System.err.println(lost + "; trying again");
            }
            long half = waitMillis / 2;
            Thread.sleep(retryAfterMillis + half + ThreadLocalRandom.current().nextLong(half));
            waitMillis = Math.min(2 * waitMillis, LONGEST_WAIT_MILLIS);
        }
    }

    /// Takes what one connection gives until it ends.
    ///
    /// @return how long the service asks to wait, in milliseconds
    private long connectOnce() throws IOException {
        HttpURLConnection http = (HttpURLConnection) stream.toURL().openConnection();
        http.setConnectTimeout(DEAD_AFTER_MILLIS);
        http.setReadTimeout(DEAD_AFTER_MILLIS);
        http.setRequestProperty("Accept", "application/x-ndjson");
        if (!cursor.isEmpty()) {
            http.setRequestProperty("Last-Event-ID", cursor); // wins over from
        }
        int status = http.getResponseCode();
        if (COME_AGAIN.contains(status)) {
            return http.getHeaderFieldLong("Retry-After", 0) * 1000;
        }
        if (status == 410) {
            throw new IllegalStateException(
                    "What is stored came from another log: begin anew with another file");
        }
        if (status != 200) {
            throw new IllegalStateException(stream + ": " + status + " " + problem(http));
        }
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(http.getInputStream(), StandardCharsets.UTF_8))) {
            EventSum sum = new EventSum();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line, sum);
                waitMillis = SHORTEST_WAIT_MILLIS;
            }
        }
        return 0;
    }

    private static String problem(HttpURLConnection http) throws IOException {
        try (InputStream problem = http.getErrorStream()) {
            return problem == null
                    ? ""
                    : new String(problem.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void take(String line, EventSum sum) throws IOException {
        JsonNode message = JSON.readTree(line);
        if (message.has("event")) {
            sum.add(message.get("event"));
            keep(line);
        } else if (!sum.agreesWith(message.get("heartbeat"))) {
            throw new IllegalStateException("Other events were sent than came: " + line);
        } else if (cursor.isEmpty()) {
            keep(line); // killed before the first event, it does not begin at another now
        }
        cursor = message.get("cursor").asText();
    }

    private void keep(String line) {
        try {
            file.append(line);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write the file: " + e.getMessage(), e);
        }
    }
}
