package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The examples of the guide, sent as they stand there.
@ExtendWith(SharedStack.class)
class GuideIT {

    private static final Path GUIDE = Path.of("../docs/sources-and-corrections.md");

    /// A request, and the answer that the guide promises for it, if any.
    private static final Pattern EXAMPLE =
            Pattern.compile("```http\\n(.*?)```\\n(?:```json\\n(.*?)```\\n)?", Pattern.DOTALL);

    private static final Pattern CURSOR = Pattern.compile("# Timeline-Cursor: (\\w+)");

    private final RunningStack stack;
    private final Map<String, String> cursors = new HashMap<>();
    private final Map<String, String> positions = new HashMap<>();

    GuideIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void every_example_of_the_guide_answers_what_the_guide_says() throws IOException {
        Matcher examples = EXAMPLE.matcher(Files.readString(GUIDE));

        int count = 0;
        while (examples.find()) {
            run(examples.group(1), examples.group(2));
            count++;
        }

        assertThat(count).isGreaterThan(20);
        assertThat(cursors).containsKeys("BEFORE", "CONFLICT");
    }

    private void run(String request, @Nullable String promised) {
        if (request.startsWith("POST /events\n")) {
            HttpResponse<String> response = stack.post(request.substring(request.indexOf('\n')));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
            String position = response.headers().firstValue("Timeline-Position").orElseThrow();
            positions.put(position.substring(0, position.indexOf(':')), position);
        } else {
            HttpResponse<String> response = get(request);
            Matcher cursor = CURSOR.matcher(request);
            if (cursor.find()) {
                cursors.put(
                        cursor.group(1),
                        response.headers().firstValue("Timeline-Cursor").orElseThrow());
            }
            if (promised != null) {
                check(request, response, promised.strip());
            }
        }
    }

    private HttpResponse<String> get(String request) {
        String path = request.lines().findFirst().orElseThrow().substring("GET ".length());
        for (Map.Entry<String, String> cursor : cursors.entrySet()) {
            path = path.replace("=" + cursor.getKey(), "=" + cursor.getValue());
        }
        return stack.get(
                stack.query().resolve(path),
                "Timeline-Position",
                String.join(",", positions.values()));
    }

    private static void check(String request, HttpResponse<String> response, String promised) {
        if (promised.startsWith("308 ")) {
            assertThat(response.statusCode()).as(request).isEqualTo(308);
            assertThat(response.headers().firstValue("Location"))
                    .as(request)
                    .hasValueSatisfying(
                            location -> assertThat(location).endsWith(promised.substring(4)));
        } else {
            assertThat(response.statusCode()).as(request + response.body()).isEqualTo(200);
            assertHolds(request, Json.of(response), Json.of(promised));
        }
    }

    /// Every member promised is there, lists are as long as promised, `"…"` is anything.
    private static void assertHolds(String where, JsonNode actual, JsonNode promised) {
        if (promised.isObject()) {
            for (Map.Entry<String, JsonNode> member : promised.properties()) {
                assertThat(actual.has(member.getKey())).as(where + " " + member.getKey()).isTrue();
                assertHolds(
                        where + " " + member.getKey(),
                        actual.path(member.getKey()),
                        member.getValue());
            }
        } else if (promised.isArray()) {
            assertThat(actual).as(where).hasSize(promised.size());
            for (int i = 0; i < promised.size(); i++) {
                assertHolds(where + " " + i, actual.path(i), promised.get(i));
            }
        } else if (!promised.asText().equals("…")) {
            assertThat(actual).as(where).isEqualTo(promised);
        }
    }
}
