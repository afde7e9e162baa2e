package org.companytimeline.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.companytimeline.event.shape.Words;
import org.junit.jupiter.api.Test;

/// `docs/event-types.md` says what the schemas say.
class EventTypesDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/event-types.md");

    @Test
    void everyTypeIsListedWithItsFields() throws IOException {
        List<String> expected = new ArrayList<>();
        for (EventType type : EventType.all()) {
            JsonNode details = type.schema().path("$defs").path(type.details().getSimpleName());
            expected.add("| `" + type.name() + "` | " + fields(details) + " |");
        }

        assertThat(rowsAfter("## Details")).isEqualTo(expected);
    }

    @Test
    void everyPartIsListedWithItsFields() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        definitions()
                .forEach((name, schema) -> {
                    if (schema.path("type").asText().equals("object")) {
                        expected.put(name, "| " + name + " | " + fields(schema) + " |");
                    }
                });

        assertThat(rowsAfter("## Parts"))
                .map(row -> row.replaceFirst("[^|]*\\|$", "").stripTrailing())
                .containsExactlyElementsOf(expected.values());
    }

    @Test
    void everyChoiceIsListedWithItsValues() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        definitions()
                .forEach((name, schema) -> {
                    if (schema.has("enum") && !List.of("country", "currency").contains(name)) {
                        expected.put(
                                name,
                                "| "
                                        + name
                                        + " | "
                                        + schema.path("enum")
                                                .valueStream()
                                                .map(JsonNode::asText)
                                                .collect(Collectors.joining(", "))
                                        + " |");
                    }
                });

        assertThat(rowsAfter("## Choices")).containsExactlyElementsOf(expected.values());
    }

    @Test
    void everyFieldOfAnEventIsListed() throws IOException {
        JsonNode properties = EventType.all().getFirst().schema().path("properties");

        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        names.removeAll(List.of("position", "recordedAt"));
        assertThat(rowsAfter("# Event types"))
                .map(row -> row.substring(3, row.indexOf('`', 3)))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    private static String fields(JsonNode schema) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add("`" + name.asText() + "`"));
        String either =
                schema.path("anyOf")
                        .valueStream()
                        .map(branch -> "`" + branch.path("required").path(0).asText() + "`")
                        .collect(Collectors.joining(" or "));
        List<String> optional = new ArrayList<>();
        schema.path("properties")
                .fieldNames()
                .forEachRemaining(name -> optional.add("`" + name + "`"));
        optional.removeIf(name -> required.contains(name) || either.contains(name));
        if (!either.isEmpty()) {
            required.add(either);
        }
        return listed(required) + " | " + listed(optional);
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    /// Parts and choices of all schemas, by their names in words.
    private static Map<String, JsonNode> definitions() {
        Map<String, JsonNode> definitions = new TreeMap<>();
        for (EventType type : EventType.all()) {
            type.schema()
                    .path("$defs")
                    .properties()
                    .forEach(definition -> {
                        if (!definition.getKey().equals(type.details().getSimpleName())) {
                            definitions.put(
                                    Words.kebab(definition.getKey()).replace('-', ' '),
                                    definition.getValue());
                        }
                    });
        }
        return definitions;
    }

    /// The rows of the first table after a heading, without its head.
    private static List<String> rowsAfter(String heading) throws IOException {
        return Files.readString(DOCUMENT)
                .lines()
                .dropWhile(line -> !line.equals(heading))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .toList();
    }
}
