package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How events are sent to a service that misbehaves.
class ImportLaneIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir private Path folder;

    private final List<String> notices = new ArrayList<>();

    @Test
    void what_was_not_answered_is_sent_again_and_nothing_else() throws Exception {
        try (var service =
                ScriptedService.answering(
                        ScriptedService.stream(taken(1, "0:1"), later(2)),
                        ScriptedService.later("0"),
                        ScriptedService.stream(taken(1, "0:2"), taken(2, "1:7")))) {

            var point = send(service, PATIENCE, 3);

            assertThat(service.posted()).containsExactly("e1\ne2\ne3\n", "e2\ne3\n", "e2\ne3\n");
            assertThat(point.taken()).isEqualTo(3);
            assertThat(point.positions()).containsEntry(0, 2L).containsEntry(1, 7L);
            assertThat(notices)
                    .containsExactly("Sending again (not all was answered)", "Sending goes on");
        }
    }

    @Test
    void a_refused_event_refuses_its_row_and_no_other() throws Exception {
        try (var service =
                ScriptedService.answering(
                        ScriptedService.stream(
                                "{\"line\":1,\"status\":422,\"problem\":{\"detail\":\"No.\",\"errors\":[{\"pointer\":\"/when\",\"detail\":\"Give"
                                    + " a day.\"}]}}",
                                taken(2, "0:1")))) {

            var point = send(service, PATIENCE, 2);

            assertThat(point.taken()).isEqualTo(1);
            assertThat(point.refused()).isEqualTo(1);
            assertThat(Files.readString(folder.resolve("rejects")))
                    .isEqualTo(
                            "{\"line\":1,\"column\":\"/when\",\"reason\":\"Give a"
                                    + " day.\",\"row\":\"row 1\"}\n");
        }
    }

    @Test
    void an_event_that_the_token_may_not_post_ends_the_import_and_says_which_token_may()
            throws IOException {
        try (var service =
                ScriptedService.answering(
                        ScriptedService.stream(
                                "{\"line\":1,\"status\":403,\"problem\":{\"detail\":\"Not"
                                        + " yours.\"}}"))) {

            assertThatThrownBy(() -> send(service, PATIENCE, 1))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContainingAll("line 1", "Not yours.", "--token-file", "operator");
        }
    }

    @Test
    void a_token_that_is_not_accepted_ends_the_import_at_once() throws IOException {
        try (var service =
                ScriptedService.answering(
                        ScriptedService.refusal(401, "{\"detail\":\"The token is expired.\"}"))) {

            assertThatThrownBy(() -> send(service, PATIENCE, 1))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContainingAll("401", "The token is expired.");
            assertThat(service.posted()).hasSize(1);
        }
    }

    @Test
    void where_nothing_is_taken_for_long_it_gives_up_and_says_why() throws IOException {
        try (var service =
                ScriptedService.answering(ScriptedService.later("0"), ScriptedService.later("0"))) {

            assertThatThrownBy(() -> send(service, Duration.ofMillis(1), 1))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContainingAll("Nothing was taken", "503");
        }
    }

    private static String taken(int line, String position) {
        return "{\"line\":%d,\"status\":201,\"id\":\"i\",\"position\":\"%s\"}"
                .formatted(line, position);
    }

    private static String later(int line) {
        return "{\"line\":%d,\"status\":503,\"problem\":{\"detail\":\"Later.\"}}".formatted(line);
    }

    /// Sends so many rows of one event each, and waits until all are settled.
    private ImportPoint send(ScriptedService service, Duration giveUpAfter, int rows)
            throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient();
                var seen = new SeenEvents(folder);
                var rejects =
                        new ImportRejects(folder.resolve("rejects"), new RejectedLines(), 0)) {
            var ledger = new ImportLedger(ImportPoint.START, rejects, _ -> {});
            var lane =
                    new ImportLane(
                            new EventBatchPost(http, service.address(), "token"),
                            ledger,
                            seen,
                            giveUpAfter,
                            notices::add);
            for (int number = 1; number <= rows; number++) {
                var event =
                        new RowEvent("acme", new UUID(0, number), new byte[0], bytes("e" + number));
                var row =
                        PendingRow.of(
                                new FileRow.Mapped(
                                        number, number, bytes("row " + number), List.of(event)),
                                List.of(event));
                ledger.add(row);
                lane.add(new SentEvent(row, event));
            }
            lane.end();
            lane.run();
            ledger.awaitSettled();
            rejects.flush();
            return ledger.point();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
