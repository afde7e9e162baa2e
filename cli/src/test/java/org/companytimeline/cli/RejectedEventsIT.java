package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How an import finds its rows among the events that stand on no timeline.
class RejectedEventsIT {
    private static final UUID ID = new UUID(1, 1);
    private static final ImportPoint POINT =
            new ImportPoint(9, 9, 0, 0, 9, Map.of(3, 100L), Map.of(3, 200L), 0);

    @TempDir private Path folder;

    @Test
    void rows_whose_events_lie_in_what_the_import_recorded_are_told_page_by_page()
            throws Exception {
        try (var seen = seen("acme", 7);
                var service =
                        ScriptedService.answering(
                                ScriptedService.stream(
                                        page("\"next\":\"c1\"", rejected("3:99", "acme"))),
                                ScriptedService.stream(
                                        page(
                                                "\"end\":true",
                                                rejected("3:150", "acme"),
                                                rejected("3:151", "other"))))) {

            var byLine = rejected(service).byLine(POINT, seen);

            assertThat(byLine)
                    .containsExactly(
                            Map.entry(
                                    7L,
                                    RowRefusal.ofRow(
                                            "Its event at 3:150 was recorded and rejected"
                                                    + " (id-conflict): Another content.")));
            assertThat(service.asked()).containsExactly("limit=100", "limit=100&cursor=c1");
        }
    }

    @Test
    void what_was_recorded_before_or_after_the_import_or_elsewhere_is_none_of_its_own()
            throws Exception {
        try (var seen = seen("acme", 7);
                var service =
                        ScriptedService.answering(
                                ScriptedService.stream(
                                        page(
                                                "\"end\":true",
                                                rejected("3:99", "acme"),
                                                rejected("3:201", "acme"),
                                                rejected("4:150", "acme"))))) {

            var byLine = rejected(service).byLine(POINT, seen);

            assertThat(byLine).isEmpty();
        }
    }

    @Test
    void a_refusal_is_told_as_it_was_answered() throws Exception {
        try (var seen = seen("acme", 7);
                var service =
                        ScriptedService.answering(
                                ScriptedService.refusal(403, "{\"detail\":\"Not allowed.\"}"))) {

            assertThatThrownBy(() -> rejected(service).byLine(POINT, seen))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("Not allowed.");
        }
    }

    private static RejectedEvents rejected(ScriptedService service) {
        return new RejectedEvents(HttpClient.newHttpClient(), service.address(), "token");
    }

    private SeenEvents seen(String company, long line) throws Exception {
        var seen = new SeenEvents(folder);
        seen.put(
                new RowEvent(
                        company, ID, "a".getBytes(StandardCharsets.UTF_8), new byte[] {'{', '}'}),
                line);
        return seen;
    }

    private static String page(String end, String... items) {
        return "{\"items\":[%s],%s}".formatted(String.join(",", items), end);
    }

    private static String rejected(String position, String company) {
        return """
        {"position":"%s","reason":"id-conflict","detail":"Another content.","key":{"text":"%s"},\
        "headers":[{"name":"ce_id","value":{"text":"%s"}}]}\
        """
                .formatted(position, company, ID);
    }
}
