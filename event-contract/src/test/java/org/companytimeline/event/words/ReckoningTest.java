package org.companytimeline.event.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;

/// What a phrase means over an anchor, against what it means on every one of its days.
class ReckoningTest {

    /// No date here begins or ends outside these days; open ones go on to their ends.
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2039, 12, 31);

    private static final List<String> COMPOUND =
            List.of(
                    "at the end of last year",
                    "early next month",
                    "perhaps around last november",
                    "before last week",
                    "after last summer",
                    "by the end of this year",
                    "since last quarter",
                    "from last month to next month",
                    "some time between last week and today",
                    "yesterday or tomorrow",
                    "last may or last week",
                    "last year or this month",
                    "before May",
                    "after early May",
                    "between May and June",
                    "May or yesterday",
                    "between May and next year",
                    "two weeks later",
                    "12 months before");

    @Provide
    Arbitrary<String> phrases() {
        return Arbitraries.of(
                Stream.concat(
                                RuleTable.RULES.stream().map(rule -> rule.example(Language.EN)),
                                COMPOUND.stream())
                        .filter(text -> phrase(text).isRelative())
                        .toList());
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
                Combinators.combine(days, Arbitraries.longs().between(1, 500), marks, marks)
                        .as((day, more, a, b) -> day + a + "/" + day.plusDays(more) + b);
        return Arbitraries.oneOf(points, intervals);
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void anAnchorGivesWhatAllItsDaysGive(
            @ForAll("phrases") String text, @ForAll("anchors") String written) {
        Phrase phrase = phrase(text);
        Anchor anchor = Anchor.of(Edtf.parse(written));
        List<Written> ofDays =
                anchor.first()
                        .datesUntil(anchor.last().plusDays(1))
                        .map(day -> phrase.at(new Moment(anchor, day)))
                        .distinct()
                        .toList();

        Written reckoned = Reckoning.over(anchor, phrase);

        if (ofDays.stream().map(Written::plain).distinct().count() > Reckoning.MOST_DATES) {
            assertThat(reckoned).isNull();
        } else {
            assertThat(days(List.of(Objects.requireNonNull(reckoned)))).isEqualTo(days(ofDays));
            if (ofDays.stream().noneMatch(ReckoningTest::isOpen)) {
                assertThat(isMarked(List.of(reckoned), "~%")).isEqualTo(isMarked(ofDays, "~%"));
                assertThat(isMarked(List.of(reckoned), "?%")).isEqualTo(isMarked(ofDays, "?%"));
            }
        }
    }

    private static Phrase phrase(String text) {
        @Nullable Phrase phrase = PhraseReader.read(Normal.form(text), Language.EN);
        return Objects.requireNonNull(phrase, text);
    }

    /// All days that any of these dates can mean, counted from the first.
    private static BitSet days(List<Written> dates) {
        BitSet days = new BitSet();
        for (Written date : dates) {
            String text = date.toString();
            for (String member : text.replaceAll("[\\[\\]]", "").split(",", -1)) {
                Edtf one = Edtf.parse(text.startsWith("[") ? "[" + member + "]" : member);
                days.set(index(one.earliest().orElse(FIRST)), index(one.latest().orElse(LAST)) + 1);
            }
        }
        return days;
    }

    private static int index(LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(FIRST, day));
    }

    /// An open end has no marks, so one date that holds several has not those of all.
    private static boolean isOpen(Written date) {
        Edtf edtf = Edtf.parse(date.toString());
        return edtf.earliest().isEmpty() || edtf.latest().isEmpty();
    }

    private static boolean isMarked(List<Written> dates, String marks) {
        return dates.stream()
                .anyMatch(date -> date.toString().chars().anyMatch(c -> marks.indexOf(c) >= 0));
    }
}
