package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How an import asks a query-service that is not ready, lags or shows another log.
class ImportTimelinesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ScriptedService.Answer NOT_YET =
            ScriptedService.refusal(503, "{\"detail\":\"Facts are being folded anew.\"}");

    private final List<String> notices = new ArrayList<>();

    @Test
    void a_service_that_is_not_ready_is_waited_for() throws Exception {
        try (var service = ScriptedService.answering(NOT_YET, NOT_YET, ScriptedService.at("c1"))) {

            var cursor = timelines(service).cursor(PATIENCE, notices::add);

            assertThat(cursor).isEqualTo("c1");
            assertThat(notices)
                    .singleElement()
                    .asString()
                    .startsWith("Waiting for query-service")
                    .contains("Facts are being folded anew.");
        }
    }

    @Test
    void one_that_never_gets_ready_ends_the_import_and_says_why() throws Exception {
        try (var service = ScriptedService.answering(NOT_YET)) {

            assertThatThrownBy(() -> timelines(service).cursor(Duration.ZERO, notices::add))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("Facts are being folded anew.");
        }
    }

    @Test
    void a_cursor_of_another_log_is_told_from_an_answer_that_says_nothing() throws Exception {
        try (var service =
                ScriptedService.answering(
                        ScriptedService.at("c2"),
                        ScriptedService.refusal(410, "{}"),
                        ScriptedService.later("1"))) {
            var timelines = timelines(service);

            var answers = List.of(timelines.isOfThisLog("c1"), timelines.isOfThisLog("c1"));

            assertThat(answers).containsExactly(true, false);
            assertThatThrownBy(() -> timelines.isOfThisLog("c1"))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("503");
        }
    }

    @Test
    void timelines_that_come_nearer_are_waited_for() throws Exception {
        try (var service =
                ScriptedService.answering(
                        NOT_YET,
                        ScriptedService.at("c1"),
                        NOT_YET,
                        ScriptedService.at("c2"),
                        ScriptedService.at("c3"))) {

            timelines(service).await(Map.of(3, 7L), PATIENCE);

            assertThat(service.asked()).hasSize(5);
        }
    }

    @Test
    void timelines_that_stand_still_are_not_waited_for_any_longer() throws Exception {
        try (var service =
                ScriptedService.answering(
                        NOT_YET, ScriptedService.at("c1"), NOT_YET, ScriptedService.at("c1"))) {

            assertThatThrownBy(() -> timelines(service).await(Map.of(3, 7L), Duration.ofMillis(1)))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("Everything is recorded")
                    .hasMessageContaining("Facts are being folded anew.");
        }
    }

    private static ImportTimelines timelines(ScriptedService service) throws IOException {
        return new ImportTimelines(HttpClient.newHttpClient(), service.address(), "token");
    }
}
