package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InertTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, \\u0000",
        "7, \\u0007",
        "8, \\u0008",
        "A, \\u000A",
        "D, \\u000D",
        "1B, \\u001B",
        "7F, \\u007F",
        "85, \\u0085",
        "9B, \\u009B",
        "AD, \\u00AD",
        "61C, \\u061C",
        "200B, \\u200B",
        "200E, \\u200E",
        "200F, \\u200F",
        "2028, \\u2028",
        "2029, \\u2029",
        "202A, \\u202A",
        "202E, \\u202E",
        "2066, \\u2066",
        "2069, \\u2069",
        "D800, \\uD800",
        "FEFF, \\uFEFF",
        "E0041, \\u{E0041}",
    })
    void what_steers_a_terminal_or_turns_the_direction_is_shown_as_an_escape(
            String codePoint, String escape) {
        var text = "a" + Character.toString(Integer.parseInt(codePoint, 16)) + "b";

        var inert = InertText.of(text);

        assertThat(inert).isEqualTo("a" + escape + "b");
    }

    @Test
    void letters_of_all_scripts_marks_and_emoji_stay_as_they_are() {
        var text = "Café Zürich 東京 العربية नमस्ते 👩‍💻 – “quoted” € \\u001B";

        assertThat(InertText.of(text)).isEqualTo(text);
    }

    @Test
    void a_whole_escape_sequence_has_no_effect() {
        var inert = InertText.of("\033]0;title\007\033[2J\u009b31mred");

        assertThat(inert).isEqualTo("\\u001B]0;title\\u0007\\u001B[2J\\u009B31mred");
    }

    @Test
    void json_stays_the_same_json_with_escapes_for_what_would_steer()
            throws JsonProcessingException {
        var hostile =
                "{\t\"a\": \"x\u009b\u202e\u2028\uD83D\uDE80\", \"b\": \"%s\"}"
                        .formatted(Character.toString(0xE0001));

        var inert = InertText.ofJson(hostile);

        assertThat(inert)
                .isEqualTo(
                        "{ \"a\": \"x\\u009B\\u202E\\u2028\uD83D\uDE80\", \"b\":"
                                + " \"\\uDB40\\uDC01\"}");
        assertThat(new ObjectMapper().readTree(inert))
                .isEqualTo(new ObjectMapper().readTree(hostile));
    }
}
