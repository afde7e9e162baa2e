package org.companytimeline.event.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// `docs/dates.md` lists the rules that there are, and what they give.
class RulesDocumentTest {

    @Test
    void everyRuleIsListedWithItsExamplesAndWhatTheyGive() throws IOException {
        List<String> rows =
                Files.readString(Path.of("../docs/dates.md"))
                        .lines()
                        .dropWhile(line -> !line.equals("## Rules"))
                        .dropWhile(line -> !line.startsWith("|"))
                        .takeWhile(line -> line.startsWith("|"))
                        .skip(2)
                        .toList();

        assertThat(rows).isEqualTo(RuleTable.RULES.stream().map(RulesDocumentTest::row).toList());
    }

    private static String row(Rule rule) {
        @Nullable String anchor = rule.anchor();
        String english = rule.example(Language.EN);
        DateReading reading = DatePhrases.read(english, anchor == null ? null : Edtf.parse(anchor));
        return "| `%s` | %s | %s | %s | `%s` |"
                .formatted(
                        rule.name().endsWith("-") ? rule.name() + "…" : rule.name(),
                        english,
                        rule.example(Language.FR),
                        anchor == null ? "" : "`" + anchor + "`",
                        ((DateReading.Resolved) reading).edtf());
    }
}
