package org.companytimeline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamFormatTest {

    @ParameterizedTest
    @EnumSource
    void a_line_end_in_a_body_becomes_a_blank_and_nothing_else_changes(StreamFormat format) {
        assertThat(sent(format, "{\r}")).isEqualTo("{ }");
        assertThat(sent(format, "{\n}")).isEqualTo("{ }");
        assertThat(sent(format, "{\r\n\n}\n")).isEqualTo("{   } ");
        assertThat(sent(format, "{\"ü\u2028\u0085\":\"\\n\"}"))
                .isEqualTo("{\"ü\u2028\u0085\":\"\\n\"}");
    }

    private static String sent(StreamFormat format, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int from = format.event(out, "cursor", bytes);
        return new String(out.toByteArray(), from, bytes.length, StandardCharsets.UTF_8);
    }
}
