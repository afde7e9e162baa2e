package org.companytimeline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineCopyTest {
    private static final String FACT = "{\"company\":\"lago\",\"fact\":{\"id\":\"é\"}}\n";

    private final ByteArrayOutputStream to = new ByteArrayOutputStream();

    @Test
    void a_whole_export_is_copied_to_the_byte() throws Exception {
        var text = FACT + FACT + "{\"end\":{\"cursor\":\"AQ\",\"fold\":3,\"facts\":2}}\n";
        var copy = copy(text);

        copy.checkEnd();

        assertThat(to.toString(UTF_8)).isEqualTo(text);
        assertThat(copy.lines()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                FACT,
                FACT + "{\"end\":{\"cursor\":\"AQ\",\"fold\":3,\"facts\":1}}",
                FACT + FACT + "{\"end\":{\"cursor\":\"AQ\",\"fold\":3,\"facts\":1}}\n",
                "{\"end\":{\"cursor\":\"AQ\",\"fold\":3,\"facts\":0}}\n" + FACT
            })
    void one_that_is_not_whole_is_seen_by_its_last_line(String text) throws Exception {
        var copy = copy(text);

        assertThatThrownBy(copy::checkEnd).isInstanceOf(IOException.class);
    }

    private TimelineCopy copy(String text) throws IOException {
        var copy = new TimelineCopy(new ByteArrayInputStream(text.getBytes(UTF_8)), to);
        copy.all();
        return copy;
    }
}
