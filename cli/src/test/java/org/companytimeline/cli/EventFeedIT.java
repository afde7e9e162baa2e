package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How the command line follows a service that misbehaves.
class EventFeedIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String EMPTY = "0".repeat(64);

    private final List<String> notices = new ArrayList<>();

    @Test
    void it_goes_on_where_a_connection_ended_and_is_over_at_the_head() throws IOException {
        try (var service =
                ScriptedService.answering(
                        ScriptedService.stream(heartbeat("c0", "c2"), event("c1", "3:1")),
                        ScriptedService.later("0"),
                        ScriptedService.stream(heartbeat("c1", "c2"), event("c2", "3:2")))) {

            var events = eventsUntilHead(service, PATIENCE);

            assertThat(events)
                    .containsExactly(
                            "{\"id\":\"i\",\"position\":\"3:1\"}",
                            "{\"id\":\"i\",\"position\":\"3:2\"}");
            assertThat(service.asked())
                    .containsExactly(
                            "type=funded&from=beginning&follow=false",
                            "type=funded&from=c1&follow=false",
                            "type=funded&from=c1&follow=false");
            assertThat(notices)
                    .containsExactly(
                            "Connection lost (the service ended the stream), trying again",
                            "Connected again");
        }
    }

    @Test
    void a_connection_on_which_nothing_comes_is_dead() throws IOException {
        try (var service =
                ScriptedService.answering(ScriptedService.silentAfter(heartbeat("c0", "c1")))) {

            assertThatThrownBy(() -> readToTheEnd(service.address(), Duration.ofMillis(200)))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void a_service_that_takes_none_yet_is_waited_for() throws IOException {
        try (var service =
                ScriptedService.answering(
                        ScriptedService.later("0"),
                        ScriptedService.stream(heartbeat("c0", "c1"), event("c1", "3:1")))) {

            var events = eventsUntilHead(service, PATIENCE);

            assertThat(events).hasSize(1);
            assertThat(notices)
                    .satisfiesExactly(
                            first ->
                                    assertThat(first)
                                            .startsWith("Not connected yet (GET")
                                            .endsWith("answered 503), trying again"),
                            second -> assertThat(second).isEqualTo("Connected"));
        }
    }

    @Test
    void a_heartbeat_that_tells_of_other_events_than_came_ends_it() throws IOException {
        try (var service =
                ScriptedService.answering(
                        ScriptedService.stream(
                                heartbeat("c0", "c1"),
                                event("c1", "3:1"),
                                heartbeat("c1", "c1")))) {

            assertThatThrownBy(() -> eventsUntilHead(service, PATIENCE))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("sent 0 events")
                    .hasMessageContaining("but 1 with the hash");
        }
    }

    @Test
    void what_the_service_refuses_is_told_in_one_line() throws IOException {
        try (var service =
                ScriptedService.answering(
                        ScriptedService.refusal(
                                400,
                                "{\"detail\": \"xx is no status.\", \"errors\": [{\"pointer\":"
                                        + " \"/status\", \"allowed\": [\"planned\","
                                        + " \"reported\"]}]}"))) {

            assertThatThrownBy(() -> eventsUntilHead(service, PATIENCE))
                    .isInstanceOf(CommandException.class)
                    .hasMessageEndingWith(
                            "answered 400: xx is no status. (allowed: planned, reported)");
        }
    }

    @Test
    void a_service_that_was_never_there_is_told_at_once() throws IOException {
        var service = ScriptedService.answering();
        service.close();

        assertThatThrownBy(() -> eventsUntilHead(service, PATIENCE))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("./timeline up");
    }

    private static void readToTheEnd(URI stream, Duration deadAfter) throws IOException {
        if (StreamConnection.open(stream, deadAfter)
                instanceof StreamConnection.Answer.Streaming(var connection)) {
            try (connection) {
                while (connection.next() != null) {
                    // until it ends
                }
            }
        }
    }

    private List<String> eventsUntilHead(ScriptedService service, Duration deadAfter) {
        var filters = new LinkedHashMap<String, List<String>>();
        filters.put("type", List.of("funded"));
        var query = new StreamQuery(service.address(), filters, "beginning", false);
        var events = new ArrayList<String>();
        try (var feed = new EventFeed(query, deadAfter, notices::add)) {
            for (@Nullable StreamMessage message = feed.next();
                    message != null;
                    message = feed.next()) {
                if (message instanceof StreamMessage.Event event) {
                    events.add(event.text());
                }
            }
        }
        return events;
    }

    private static String event(String cursor, String position) {
        return "{\"cursor\":\"%s\",\"event\":{\"id\":\"i\",\"position\":\"%s\"}}"
                .formatted(cursor, position);
    }

    /// Tells that nothing was sent.
    private static String heartbeat(String cursor, String head) {
        return "{\"cursor\":\"%s\",\"heartbeat\":{\"head\":\"%s\",\"count\":0,\"hash\":\"%s\"}}"
                .formatted(cursor, head, EMPTY);
    }
}
