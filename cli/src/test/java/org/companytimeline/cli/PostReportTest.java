package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class PostReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_taken_event_is_told_with_its_id_and_position() throws JsonProcessingException {
        var report =
                report(
                        7,
                        "{\"line\": 1, \"status\": 201, \"id\": \"abc\", \"position\":"
                                + " \"3:1045\"}");

        assertThat(report.taken()).isTrue();
        assertThat(report.lines()).containsExactly("line 7: abc at 3:1045");
    }

    @Test
    void a_refused_event_is_told_with_each_pointer_and_what_is_allowed()
            throws JsonProcessingException {
        var report =
                report(
                        2,
                        """
                        {"line": 1, "status": 422, "problem": {"title": "Unprocessable", "detail": "The event has 2 faults",
                          "errors": [{"pointer": "/details/round", "detail": "is no round", "allowed": ["seed", "angel"]},
                                     {"pointer": "/when", "detail": "is missing"},
                                     {"pointer": "", "detail": "is no event"}]}}
                        """);

        assertThat(report.taken()).isFalse();
        assertThat(report.lines())
                .containsExactly(
                        "line 2: refused (422): The event has 2 faults",
                        "    /details/round: is no round (allowed: seed, angel)",
                        "    /when: is missing",
                        "    is no event");
    }

    @Test
    void what_a_refusal_quotes_is_harmless_to_the_terminal() throws JsonProcessingException {
        var report =
                report(
                        1,
                        "{\"status\": 400, \"problem\": {\"detail\": \"\\u001b[2J\", \"errors\":"
                                + " [{\"pointer\": \"/\\u202e\"}]}}");

        assertThat(String.join("", report.lines()).codePoints())
                .noneMatch(c -> c == 0x1b || c == 0x202e);
    }

    @Test
    void an_answer_without_a_status_counts_as_refused() throws JsonProcessingException {
        assertThat(report(1, "{\"line\": 1}").taken()).isFalse();
    }

    private static PostReport report(long number, String answer) throws JsonProcessingException {
        return PostReport.of(number, JSON.readTree(answer));
    }
}
