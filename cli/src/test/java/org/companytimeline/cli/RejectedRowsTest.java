package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.companytimeline.mapping.records.FileFormat;
import org.junit.jupiter.api.Test;

/// How refused rows are written down.
class RejectedRowsTest {
    private static final RowRefusal WHY = new RowRefusal("day", "is \"31-02\": no such day");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void a_row_of_csv_keeps_its_fields_and_gets_three_more() throws IOException {
        var csv = new RejectedCsv(FileFormat.CSV, List.of("name", "day"));

        csv.begin(out);
        csv.write(out, 12, bytes("\"Ac\nme\",31-02\r\n"), ImportRejects.Rest.NONE, true, WHY);

        assertThat(text().split("\r\n"))
                .containsExactly(
                        "\"name\",\"day\",line,column,reason",
                        "\"Ac\nme\",31-02,12,\"day\",\"is \"\"31-02\"\": no such day\"");
    }

    @Test
    void a_row_that_has_no_fields_stands_whole_in_the_first() throws IOException {
        var csv = new RejectedCsv(FileFormat.CSV, List.of("name", "day", "place"));
        var broken = new byte[] {'"', 'A', (byte) 0xE9, '\n'};

        csv.write(out, 3, broken, rest -> rest.write(bytes("b\"c")), false, WHY);

        assertThat(out.toByteArray())
                .startsWith('"', '"', '"', 'A', 0xE9, 'b', '"', '"', 'c', '"', ',', ',', ',', '3');
    }

    @Test
    void what_is_added_is_no_formula() throws IOException {
        var csv = new RejectedCsv(FileFormat.CSV, List.of("name"));

        csv.write(
                out,
                1,
                bytes("=1\n"),
                ImportRejects.Rest.NONE,
                true,
                new RowRefusal("=cmd", "@reason"));

        assertThat(text()).isEqualTo("=1,1,\"'=cmd\",\"'@reason\"\r\n");
    }

    @Test
    void a_line_of_json_stands_as_text_and_in_base64_where_it_is_none_or_too_long()
            throws IOException {
        var lines = new RejectedLines();

        lines.write(out, 1, bytes("{\"a\": 1}\n"), ImportRejects.Rest.NONE, false, WHY);
        lines.write(out, 2, new byte[] {(byte) 0xFF}, ImportRejects.Rest.NONE, false, WHY);
        lines.write(out, 3, bytes("abc"), rest -> rest.write(bytes("def")), false, WHY);

        assertThat(text().lines())
                .containsExactly(
                        "{\"line\":1,\"column\":\"day\",\"reason\":\"is \\\"31-02\\\": no such"
                                + " day\",\"row\":\"{\\\"a\\\": 1}\"}",
                        "{\"line\":2,\"column\":\"day\",\"reason\":\"is \\\"31-02\\\": no such"
                                + " day\",\"rowBase64\":\"/w==\"}",
                        "{\"line\":3,\"column\":\"day\",\"reason\":\"is \\\"31-02\\\": no such"
                                + " day\",\"rowBase64\":\"YWJjZGVm\"}");
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
