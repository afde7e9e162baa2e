package org.companytimeline.event.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every rule gives can be told in words that the table reads as the same again.
class RuleTablePropertiesTest {

    /// Phrases with one phrase in another, beside the examples of the table.
    private static final List<String> MORE =
            List.of(
                    "at the end of last year",
                    "in the middle of this year",
                    "early last month",
                    "end of last November",
                    "mid-May",
                    "early next month",
                    "late this year",
                    "perhaps last November",
                    "around yesterday",
                    "perhaps around the end of last year",
                    "between last year and this year",
                    "from last month to next month",
                    "last year or this year",
                    "last May or last week",
                    "by the end of last year",
                    "before last week",
                    "after last summer",
                    "since early May",
                    "since last quarter",
                    "before yesterday",
                    "three days ago",
                    "12 months later",
                    "two weeks before",
                    "some time between yesterday and tomorrow",
                    "some time from last April to this month",
                    "early last October",
                    "before May",
                    "after early May",
                    "since 1 May",
                    "by May",
                    "between May and June",
                    "between September and November",
                    "some time between November and 2 January",
                    "March or last month or May",
                    "29 February or three years ago",
                    "de novembre à janvier",
                    "du 30 décembre au 2 janvier",
                    "à la fin de l'année dernière",
                    "mi-mai",
                    "fin mai",
                    "depuis l'été dernier",
                    "avant le mois dernier",
                    "peut-être en novembre dernier",
                    "trois semaines plus tard");

    private static final List<String> ANCHORS =
            List.of(
                    "2024-12-31",
                    "2025-01-01",
                    "2024-02-29",
                    "2024-02-28",
                    "2023-03-01",
                    "2025",
                    "2025~",
                    "2025?",
                    "2025%",
                    "2024-02",
                    "2024-12~",
                    "2025-01?",
                    "2025-01-15~",
                    "2025-01-15%",
                    "2024-33",
                    "2024-24",
                    "2024-12/2025-01",
                    "2024-05/2024-06~",
                    "2023?/2024~",
                    "2023/2025",
                    "2021/2025",
                    "2018/2027",
                    "[2023,2025]",
                    "[2024-12-31,2025-01-01]",
                    "2024-1X",
                    "2024-XX-31",
                    "2024-~05",
                    "2024?-05",
                    "2024?-05-~03",
                    "0500",
                    "0001-01",
                    "0000-12",
                    "-0044-03-15");

    @Provide
    Arbitrary<String> phrases() {
        return Arbitraries.of(phrasesOfAll());
    }

    private static List<String> phrasesOfAll() {
        List<String> phrases = new ArrayList<>(MORE);
        for (Rule rule : RuleTable.RULES) {
            for (Language language : Language.values()) {
                phrases.add(rule.example(language));
            }
        }
        return phrases;
    }

    @Provide
    Arbitrary<String> anchors() {
        Arbitrary<LocalDate> days =
                Arbitraries.longs().between(0, 1_500).map(LocalDate.of(2022, 1, 1)::plusDays);
        Arbitrary<String> marks = Arbitraries.of("", "", "~", "?", "%");
        Arbitrary<String> points =
                Combinators.combine(days, Arbitraries.of(4, 7, 10), marks)
                        .as((day, length, mark) -> day.toString().substring(0, length) + mark);
        Arbitrary<String> intervals =
                Combinators.combine(days, Arbitraries.longs().between(0, 500), marks, marks)
                        .as((day, more, a, b) -> day + a + "/" + day.plusDays(more) + b);
        return Arbitraries.oneOf(points, intervals, Arbitraries.of(ANCHORS));
    }

    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
    void wordsOfWhatARuleGivesAreReadAsTheSame(
            @ForAll("phrases") String phrase, @ForAll("anchors") String anchor) {
        DateReading reading = DatePhrases.read(phrase, Edtf.parse(anchor));

        if (reading instanceof DateReading.Resolved resolved) {
            assertRoundTrip(resolved.edtf(), phrase, anchor);
        } else {
            assertThat(reading)
                    .as("%s in %s", phrase, anchor)
                    .isInstanceOf(DateReading.AnchorUnfit.class);
        }
    }

    @Test
    void everyExampleOfEveryRuleMakesTheRoundWithEveryAnchor() {
        Set<String> rules = new HashSet<>();
        for (String anchor : ANCHORS) {
            for (String phrase : phrasesOfAll()) {
                DateReading reading = DatePhrases.read(phrase, Edtf.parse(anchor));

                if (reading instanceof DateReading.Resolved resolved) {
                    assertRoundTrip(resolved.edtf(), phrase, anchor);
                    rules.add(resolved.rule());
                }
            }
        }
        assertThat(RuleTable.RULES)
                .allSatisfy(
                        rule -> assertThat(rules).anyMatch(each -> each.startsWith(rule.name())));
    }

    private static void assertRoundTrip(Edtf edtf, String phrase, String anchor) {
        for (Language language : Language.values()) {
            String words = DateWords.of(edtf, language);
            DateReading again = DatePhrases.read(words, null);
            assertThat(again)
                    .as("%s in %s is %s, in words: %s", phrase, anchor, edtf, words)
                    .isInstanceOf(DateReading.Resolved.class);
            assertThat(((DateReading.Resolved) again).edtf())
                    .as("%s in %s, in words: %s", phrase, anchor, words)
                    .isEqualTo(edtf);
            assertThat(DateWords.of(((DateReading.Resolved) again).edtf(), language))
                    .isEqualTo(words);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleHasAnExampleThatItReads(Language language) {
        assertThat(RuleTable.RULES)
                .allSatisfy(rule -> {
                    String example = rule.example(language);
                    @Nullable String anchor = rule.anchor();

                    DateReading reading =
                            DatePhrases.read(example, anchor == null ? null : Edtf.parse(anchor));

                    assertThat(reading).isInstanceOf(DateReading.Resolved.class);
                    assertThat(((DateReading.Resolved) reading).rule()).startsWith(rule.name());
                });
    }

    @Test
    void anExampleMeansTheSameInBothLanguages() {
        assertThat(RuleTable.RULES)
                .allSatisfy(rule -> {
                    @Nullable String anchor = rule.anchor();
                    @Nullable Edtf edtf = anchor == null ? null : Edtf.parse(anchor);

                    Set<DateReading> readings =
                            Arrays.stream(Language.values())
                                    .map(language -> DatePhrases.read(rule.example(language), edtf))
                                    .collect(Collectors.toSet());

                    assertThat(readings).hasSize(1);
                });
    }

    @Test
    void everyRuleHasItsOwnName() {
        assertThat(RuleTable.RULES).extracting(Rule::name).doesNotHaveDuplicates();
    }
}
