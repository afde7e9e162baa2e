package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.companytimeline.event.words.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventTextTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"type": "office-opened", "company": {"id": "acme", "name": "Acme"}, "when": {"edtf": "2025-06"}, "status": "planned", \
                     "details": {"place": {"city": "London", "country": "GB"}}, "sources": [{"title": "A", "publisher": "Les Echos"}], "position": "3:17"} \
                    | June 2025  Acme  Office opened: in London, GB  [planned]  (Les Echos)  3:17
                    {"type": "founded", "company": {"id": "acme"}, "when": {"edtf": "2023"}, "status": "reported", \
                     "details": {}, "sources": [{"url": "https://acme.example"}], "position": "3:17"} \
                    | 2023  acme  Founded  (https://acme.example)  3:17
                    {"type": "retracted", "company": {"id": "acme"}, "details": {"target": "1234", "reason": "an error"}, \
                     "sources": [{"title": "A"}, {"title": "A"}, {"title": "B"}, {"title": "C"}, {"title": "D"}], "position": "3:17"} \
                    | acme  Retracted: of event 1234, because: an error  (A, B, C and 1 more)  3:17
                    {"type": "com.example.sent-to-space", "company": {"id": "acme"}, "when": {"edtf": "2023-99"}, "details": {"orbit": "low"}, "position": "3:17"} \
                    | 2023-99  acme  Com.example.sent to space: orbit: low  3:17
                    """)
    void an_event_is_a_line_that_says_when_who_what_and_by_whom(String event, String line)
            throws JsonProcessingException {
        var text = new EventText(Style.PLAIN, Language.EN);

        assertThat(text.line(JSON.readTree(event))).isEqualTo(line);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void nothing_from_strangers_steers_the_terminal(Style style) throws JsonProcessingException {
        var event =
                """
                {"type": "t%1$s", "company": {"id": "o%1$s", "name": "o%1$s"}, "when": {"edtf": "2%1$s"}, "status": "s%1$s",
                 "details": {"k%1$s": "v%1$s"}, "sources": [{"publisher": "p%1$s"}], "position": "3:1%1$s"}
                """
                        .formatted("\\u001b[2J\\u202e\\u009b\\n");

        var line = new EventText(style, Language.FR).line(JSON.readTree(event));

        assertThat(line.replaceAll("\033\\[[0-9]+m", "").codePoints())
                .noneMatch(c -> c < ' ' || c == 0x9b || c == 0x202e);
    }
}
