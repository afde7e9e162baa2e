package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventFileTest {
    @Test
    void newline_delimited_events_keep_their_line_numbers_and_blank_lines_are_skipped()
            throws IOException {
        assertThat(events("\n{\"a\": 1}\r\n\n  {\"b\": 2}  \n"))
                .containsExactly(new EventLine(2, "{\"a\": 1}"), new EventLine(4, "{\"b\": 2}"));
    }

    @Test
    void one_object_on_one_line_is_one_event() throws IOException {
        assertThat(events("{\"a\": \"[1\\n\"}"))
                .containsExactly(new EventLine(1, "{\"a\": \"[1\\n\"}"));
    }

    @Test
    void one_object_over_several_lines_becomes_one_line() throws IOException {
        assertThat(events("{\n \"a\": 1,\r\n \"b\": \"x\"\n}\n"))
                .containsExactly(new EventLine(1, "{  \"a\": 1,   \"b\": \"x\" }"));
    }

    @Test
    void the_elements_of_an_array_are_events_with_their_numbers_unchanged() throws IOException {
        assertThat(events("[ {\"a\": 1.00000000000000000001},\n{\"b\": [\n2]}, 12 , \"s\"]"))
                .containsExactly(
                        new EventLine(1, "{\"a\": 1.00000000000000000001}"),
                        new EventLine(2, "{\"b\": [ 2]}"),
                        new EventLine(3, "12"),
                        new EventLine(4, "\"s\""));
    }

    @Test
    void an_empty_file_and_an_empty_array_hold_no_events() throws IOException {
        assertThat(events("")).isEmpty();
        assertThat(events("\n \n")).isEmpty();
        assertThat(events("[]")).isEmpty();
    }

    @Test
    void a_broken_line_is_given_on_for_the_service_to_judge() throws IOException {
        assertThat(events("{\"a\": nonsense}\n{\"b\": 2}\nnot json\n"))
                .containsExactly(
                        new EventLine(1, "{\"a\": nonsense}"),
                        new EventLine(2, "{\"b\": 2}"),
                        new EventLine(3, "not json"));
    }

    @Test
    void a_broken_document_is_refused_with_its_place() {
        assertThatThrownBy(() -> events("[{\"a\": 1},\n {\"b\" 2}]"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> events("{\n \"a\": 1\n"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("Not JSON");
    }

    @Test
    void objects_over_several_lines_one_after_another_are_refused_with_what_to_do() {
        assertThatThrownBy(() -> events("{\n\"a\": 1}\n{\"b\":\n2}"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("NDJSON");
    }

    private static List<EventLine> events(String content) throws IOException {
        var events = new ArrayList<EventLine>();
        new EventFile(new StringReader(content)).forEachRemaining(events::add);
        return events;
    }
}
