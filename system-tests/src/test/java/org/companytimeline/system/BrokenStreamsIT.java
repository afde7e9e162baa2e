package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.companytimeline.system.ScriptedServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The clients that we give out, where streams, files and they themselves end at the worst moment.
class BrokenStreamsIT {

    private static final String HEARTBEAT =
            """
            {"cursor":"c0","heartbeat":{"head":"c0","count":0,"hash":"%s"}}
            """
                    .formatted("0".repeat(64));
    private static final int LARGE_BYTES = 100_000;
    private static final int FULL_KIBIBYTES = 64;

    @TempDir private Path folder;

    @Test
    void who_is_killed_before_the_first_event_goes_on_where_it_began() throws Exception {
        try (ScriptedServer server =
                        new ScriptedServer(Answer.stream(HEARTBEAT), Answer.stream(HEARTBEAT));
                Follower java = Follower.java(server.address() + "/events?from=now", folder)) {
            Path file = Follower.followed(folder);
            Awaitility.await("the heartbeat to be kept").until(() -> file.toFile().length() > 0);

            java.kill();
            java.start();

            assertThat(server.request(0)).doesNotContainIgnoringCase("Last-Event-ID");
            assertThat(server.request(1)).containsIgnoringCase("Last-Event-ID: c0\n");
            assertThat(java.events()).isEmpty();
        }
    }

    @Test
    void a_full_disk_ends_the_follower_and_leaves_whole_lines() throws Exception {
        String[] lines =
                IntStream.range(0, 20).mapToObj(i -> event(i, 5_000)).toArray(String[]::new);
        try (ScriptedServer server = new ScriptedServer(Answer.stream(lines));
                Follower java =
                        Follower.javaOnFullDisk(
                                server.address() + "/events?from=beginning",
                                folder,
                                FULL_KIBIBYTES)) {

            String said = java.awaitEnd();

            assertThat(said.lines()).hasSize(1);
            assertThat(said).startsWith("Could not write the file: ");
            assertThat(Files.readString(Follower.followed(folder)))
                    .isEqualTo(String.join("", List.of(lines).subList(0, 12)));
        }
    }

    @Test
    void an_event_that_is_cut_between_two_chunks_is_asked_for_again() throws Exception {
        String large = event(0, LARGE_BYTES);
        try (ScriptedServer server =
                        new ScriptedServer(
                                Answer.cutStream(HEARTBEAT, large), Answer.stream(large));
                Follower python =
                        Follower.python(server.address() + "/events?from=beginning", folder)) {

            assertThat(server.request(1)).containsIgnoringCase("Last-Event-ID: c0\n");

            awaitEvents(python, large);
        }
    }

    @Test
    void a_time_to_come_again_may_be_a_date() throws Exception {
        String first = event(0, 10);
        try (ScriptedServer server =
                        new ScriptedServer(
                                Answer.refusal(
                                        "503 Service Unavailable",
                                        "Retry-After: Fri, 31 Dec 1999 23:59:59 GMT"),
                                Answer.stream(first));
                Follower python =
                        Follower.python(server.address() + "/events?from=beginning", folder)) {

            assertThat(server.request(1)).startsWith("GET /events?from=beginning ");

            awaitEvents(python, first);
        }
    }

    @Test
    void a_refusal_without_a_body_ends_the_follower_with_its_status() throws Exception {
        try (ScriptedServer server =
                        new ScriptedServer(Answer.refusal("403 Forbidden", "Server: none"));
                Follower java =
                        Follower.java(server.address() + "/events?from=beginning", folder)) {

            String said = java.awaitEnd();

            assertThat(said.strip()).isEqualTo(server.address() + "/events?from=beginning: 403");
        }
    }

    private static void awaitEvents(Follower follower, String line) {
        List<JsonNode> expected = List.of(Json.of(line).get("event"));
        Awaitility.await("the event to be kept")
                .atMost(Duration.ofMinutes(1))
                .until(() -> follower.events().equals(expected));
    }

    private static String event(int offset, int bytes) {
        return """
        {"cursor":"c%d","event":{"id":"e%d","position":"0:%d","note":"%s"}}
        """
                .formatted(offset + 1, offset, offset, "x".repeat(bytes));
    }
}
