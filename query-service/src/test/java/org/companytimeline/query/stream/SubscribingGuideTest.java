package org.companytimeline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.companytimeline.event.Position;
import org.companytimeline.query.view.EventSum;
import org.junit.jupiter.api.Test;

/// The worked example of the guide for subscribers is what the service calculates.
class SubscribingGuideTest {

    private static final Path GUIDE = Path.of("../docs/subscribing.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("Two events:\\n\\n```json\\n(.*?)```.*?```\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    @Test
    void the_hash_of_the_guide_is_the_hash_of_the_service() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(GUIDE));
        assertThat(example.find()).isTrue();

        List<String> calculated = new ArrayList<>();
        EventSum sum = new EventSum();
        for (String line : example.group(1).lines().toList()) {
            EventSum.Digest digest = digest(new JsonMapper().readTree(line));
            EventSum one = new EventSum();
            one.add(digest);
            calculated.add(one.hash());
            sum.add(digest);
        }
        calculated.add(sum.hash());

        assertThat(HASH.matcher(example.group(2)).results().map(found -> found.group()))
                .isEqualTo(calculated);
    }

    private static EventSum.Digest digest(JsonNode event) {
        return EventSum.Digest.of(
                Position.parse(event.path("position").asText()),
                UUID.fromString(event.path("id").asText()));
    }
}
