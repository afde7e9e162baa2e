package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.companytimeline.event.CompanyId;
import org.junit.jupiter.api.Test;

/// The examples of `docs/company-state.md` are what the events there fold to.
class CompanyStateDocumentTest {

    private static final JsonMapper JSON = new JsonMapper();

    /// Left out in the document.
    private static final Set<String> DAYS = Set.of("earliest", "latest");

    @Test
    void the_document_shows_the_state_that_its_events_fold_to() throws IOException {
        String document = Files.readString(Path.of("../docs/company-state.md"));
        Posted posted = new Posted();
        for (String event : blocks("ndjson", document).getFirst().split("\n", -1)) {
            posted.post((ObjectNode) JSON.readTree(event));
        }

        ObjectNode state =
                CompanyState.of(
                        new CompanyId("acme"),
                        "Acme Tools",
                        Fold.timeline(posted.recorded(), Policy.DEFAULT_1),
                        null);

        Set<String> shown = new TreeSet<>();
        for (String block : blocks("json", document)) {
            JSON.readTree(block)
                    .properties()
                    .forEach(member -> {
                        shown.add(member.getKey());
                        assertSame(member.getKey(), state.path(member.getKey()), member.getValue());
                    });
        }
        assertThat(shown).contains("names", "founded", "people", "funding", "ended");
    }

    private static List<String> blocks(String language, String document) {
        return Pattern.compile("```" + language + "\\n(.*?)\\n```", Pattern.DOTALL)
                .matcher(document)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static void assertSame(String where, JsonNode actual, JsonNode shown) {
        if (shown.isObject()) {
            Set<String> members = new TreeSet<>();
            actual.fieldNames().forEachRemaining(members::add);
            members.removeAll(DAYS);
            Set<String> names = new TreeSet<>();
            shown.fieldNames().forEachRemaining(names::add);
            assertThat(names).as(where).isEqualTo(members);
            names.forEach(
                    name -> assertSame(where + "/" + name, actual.path(name), shown.path(name)));
        } else if (shown.isArray()) {
            assertThat(actual).as(where).hasSize(shown.size());
            for (int i = 0; i < shown.size(); i++) {
                assertSame(where + "/" + i, actual.path(i), shown.path(i));
            }
        } else if (!shown.asText().equals("…")) {
            assertThat(actual).as(where).isEqualTo(shown);
        }
    }
}
