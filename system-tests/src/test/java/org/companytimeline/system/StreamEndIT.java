package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stream from the publisher's POST to the stop of the service, as a subscriber sees it.
class StreamEndIT {

    @TempDir private Path folder;

    @Test
    void a_stop_gives_each_stream_a_last_heartbeat_and_ends_it_in_order() throws Exception {
        List<String> last;
        String position;
        try (var stack = RunningStack.up(folder.resolve("data"));
                HttpClient http =
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            try (BufferedReader stream = open(http, stack)) {
                position =
                        Json.of(stack.post(Claims.launched("acme", "Rocket")))
                                .get("position")
                                .asText();
                JsonNode event = null;
                while (event == null) {
                    List<String> message = message(stream);
                    event = message.size() == 2 ? data(message) : null;
                }
                assertThat(event.get("position").asText()).isEqualTo(position);

                stack.process().destroy();

                last = List.of();
                for (List<String> message = message(stream);
                        !message.isEmpty();
                        message = message(stream)) {
                    last = message;
                }
            }
        }

        assertThat(last).hasSize(4);
        assertThat(last.get(0)).matches("retry: [1-4][0-9]{3}");
        assertThat(last.get(1)).isEqualTo("event: heartbeat");
        assertThat(last.get(2)).startsWith("id: ");
        assertThat(data(last).get("count").asLong()).isEqualTo(1);
    }

    private static BufferedReader open(HttpClient http, RunningStack stack)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                http.send(
                        HttpRequest.newBuilder(stack.query().resolve("/events?from=beginning"))
                                .header("Accept", "text/event-stream")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /// The lines of the next message; empty once the stream has ended, which must not be in the
    /// middle of one.
    private static List<String> message(BufferedReader stream) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = stream.readLine(); line != null; line = stream.readLine()) {
            if (line.isEmpty()) {
                return lines;
            }
            lines.add(line);
        }
        assertThat(lines).isEmpty();
        return lines;
    }

    private static JsonNode data(List<String> message) {
        return Json.of(message.getLast().substring("data: ".length()));
    }
}
