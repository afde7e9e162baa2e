package org.companytimeline.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The worked example of the guide gives what the guide says.
class ImportingGuideTest {

    private static final Path GUIDE = Path.of("../docs/importing.md");

    @Test
    void the_file_of_the_guide_becomes_the_events_of_the_guide() throws IOException {
        String guide = Files.readString(GUIDE);
        Mapping mapping = Mappings.valid(block(guide, "yaml"));

        List<JsonNode> events = Imported.events(mapping, block(guide, "csv"));

        assertThat(events.get(0)).isEqualTo(Imported.JSON.readTree(block(guide, "json")));
        assertThat(events.get(1).at("/details/value").textValue()).isEqualTo("boehm.example");
        assertThat(events.get(2).at("/details/money/disclosed").asText()).isEqualTo("false");
        assertThat(events.get(2).at("/when/edtf").textValue()).isEqualTo("2019");
        assertThat(events.get(2).at("/when/text").textValue())
                .isEqualTo("01/01/2019 (1 January read as the year alone)");
        assertThat(events).hasSize(3);
    }

    @Test
    void the_guide_names_every_shipped_mapping() throws IOException {
        String guide = Files.readString(GUIDE);

        assertThat(ShippedMappings.names())
                .allSatisfy(name -> assertThat(guide).contains("| `" + name + "` |"));
    }

    private static String block(String guide, String language) {
        Matcher block =
                Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL).matcher(guide);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
