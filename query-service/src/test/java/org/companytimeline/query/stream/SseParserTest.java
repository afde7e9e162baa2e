package org.companytimeline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The parser by which the tests read streams is right itself; skipped where there is no test data.
class SseParserTest {

    private static final Path CASES =
            Path.of(
                            Objects.requireNonNullElse(
                                    System.getenv("TIMELINE_TEST_DATA"), "../../shared/data"))
                    .resolveSibling("conformance/sse/wpt-eventsource-cases.json");

    @Test
    void it_reads_what_a_browser_reads() throws IOException {
        assumeTrue(Files.exists(CASES), "no conformance cases");
        JsonNode cases = new JsonMapper().readTree(CASES.toFile()).path("cases");

        for (JsonNode one : cases) {
            SseParser parser = new SseParser();
            for (byte b : one.path("stream").asText().getBytes(StandardCharsets.UTF_8)) {
                parser.add(new byte[] {b});
            }

            var messages = parser.take();

            assertThat(messages).as(one.path("name").asText()).hasSize(one.path("expect").size());
            for (int i = 0; i < messages.size(); i++) {
                JsonNode expected = one.path("expect").path(i);
                SseParser.Message message = messages.get(i);
                assertThat(message.event()).isEqualTo(expected.path("event").asText());
                assertThat(message.data()).isEqualTo(expected.path("data").asText());
                assertThat(message.id()).isEqualTo(expected.path("lastEventId").asText(""));
            }
            assertThat(parser.retry()).isEqualTo(one.path("reconnectionTimeMs").asText(""));
        }
        assertThat(cases).hasSizeGreaterThan(5);
    }
}
