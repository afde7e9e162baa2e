package org.companytimeline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/// One line of a stream of events.
sealed interface StreamMessage {
    /// Where the stream stands after it.
    String cursor();

    /// A recorded event.
    ///
    /// @param text its JSON as it was sent
    record Event(String cursor, String text, JsonNode json) implements StreamMessage {}

    /// What the service says of the stream.
    ///
    /// @param head how far the projection is, as a cursor
    /// @param count how many events it has sent on this connection
    /// @param hash the sum of their digests, as [ReceivedSum] calculates it
    record Heartbeat(String cursor, String head, long count, String hash)
            implements StreamMessage {}

    /// Reads `{"cursor": …, "event": {…}}` or `{"cursor": …, "heartbeat": {…}}`.
    ///
    /// @throws IOException if the line is neither
    static StreamMessage of(String line) throws IOException {
        JsonNode message;
        try {
            message = Lines.JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IOException("a line of the stream is no JSON", e);
        }
        var cursor = message.path("cursor").asText();
        var event = message.path("event");
        if (event.isObject()) {
            var from = line.indexOf(Lines.EVENT) + Lines.EVENT.length();
            return new Event(cursor, line.substring(from, line.length() - 1), event);
        }
        var heartbeat = message.path("heartbeat");
        if (heartbeat.isObject()) {
            return new Heartbeat(
                    cursor,
                    heartbeat.path("head").asText(),
                    heartbeat.path("count").asLong(),
                    heartbeat.path("hash").asText());
        }
        throw new IOException("a line of the stream is neither an event nor a heartbeat");
    }

    /// How lines are read.
    final class Lines {
        private static final ObjectMapper JSON = new ObjectMapper();
        private static final String EVENT = "\"event\":";

        private Lines() {}
    }
}
