package org.companytimeline.event.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts made to break the reader are read or refused, never a fault.
class HostilePhrasesTest {

    private static final List<String> WORDS =
            List.of(
                    "or ",
                    " or ",
                    "ou ",
                    "either ",
                    "soit ",
                    "between ",
                    " and ",
                    "from ",
                    " to ",
                    "entre ",
                    " et ",
                    "some time ",
                    "by ",
                    "before ",
                    "apres ",
                    "since ",
                    " onwards",
                    "perhaps ",
                    "around ",
                    "early ",
                    "mid-",
                    "end of ",
                    "fin ",
                    "last ",
                    "next ",
                    "year",
                    "week",
                    "quarter",
                    "may",
                    "29 february ",
                    "31 april ",
                    "summer ",
                    "two years ago",
                    "999 ans plus tard",
                    "the year ",
                    " bc",
                    " av. J.-C.",
                    "Q4 ",
                    "H1 ",
                    "the 2010s");

    private static final List<String> SIGNS =
            List.of(
                    "0",
                    "9",
                    "00",
                    "2024",
                    "9999",
                    "99999",
                    "\u00b2",
                    "\u0663",
                    "\uff19",
                    "\u2163",
                    " ",
                    "\t",
                    "\n",
                    "\u00a0",
                    "\u2003",
                    "\u3000",
                    "-",
                    "\u2014",
                    "'",
                    "\u2019",
                    ".",
                    ",",
                    "/",
                    "..",
                    "[",
                    "]",
                    "~",
                    "%",
                    "\u00e9",
                    "e\u0301",
                    "\u0301",
                    "\u0130",
                    "\ufb01",
                    "\ufdfa",
                    "\u200f",
                    "\u202e",
                    "\u0000",
                    "\ud83d\ude00",
                    "\ud83d",
                    "\ude00");

    private static final List<String> ANCHORS =
            List.of(
                    "",
                    "2025",
                    "2024-02-29~",
                    "2024-XX-31",
                    "2020/2029",
                    "[2023,2025?]",
                    "2024/..",
                    "9999",
                    "9999-12-31",
                    "0000",
                    "0000-01-01",
                    "-9999-01-01");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.of(WORDS)), Tuple.of(1, Arbitraries.of(SIGNS)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(pieces -> shortened(String.join("", pieces)));
    }

    @Provide
    Arbitrary<String> anchors() {
        return Arbitraries.of(ANCHORS);
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void anyTextIsReadOrRefused(@ForAll("texts") String text, @ForAll("anchors") String anchor) {
        DateReading reading = DatePhrases.read(text, anchor(anchor));

        assertReadOrRefused(reading);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024 or ",
                "or ",
                "either ",
                "soit 2024 ou ",
                "last year or ",
                "between ",
                "between 2024 and ",
                "from may to ",
                "perhaps ",
                "perhaps around ",
                "early ",
                "before ",
                "a partir de ",
                "9",
                " ",
                "\u0301",
                "\u202e",
                "\ufdfa",
                "\ud83d",
                "'",
                "."
            })
    void onePieceOverAndOverIsReadOrRefusedWhateverEndsIt(String piece) {
        for (String end : List.of("", "2024", "last year", "or", "\ud83d", ".")) {
            String start = shortened(piece.repeat(DatePhrases.MOST_CHARACTERS));
            for (int length = DatePhrases.MOST_CHARACTERS - end.length(); length > 0; length -= 7) {
                for (String anchor : ANCHORS) {
                    DateReading reading =
                            DatePhrases.read(start.substring(0, length) + end, anchor(anchor));

                    assertReadOrRefused(reading);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024 or ", " ", "\u0301", "\ud83d\ude00", "last year"})
    void aLongerTextIsRefusedWhateverItSays(String piece) {
        String text = "2024" + piece.repeat(DatePhrases.MOST_CHARACTERS);

        DateReading least =
                DatePhrases.read(text.substring(0, DatePhrases.MOST_CHARACTERS + 1), null);
        DateReading more = DatePhrases.read(text.repeat(1_000), null);

        assertThat(List.of(least, more))
                .allSatisfy(reading ->
                        assertThat(((DateReading.Unknown) reading).detail())
                                .startsWith("has more than 200 characters"));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), DatePhrases.MOST_CHARACTERS));
    }

    private static @Nullable Edtf anchor(String anchor) {
        return anchor.isEmpty() ? null : Edtf.parse(anchor);
    }

    private static void assertReadOrRefused(DateReading reading) {
        switch (reading) {
            case DateReading.Resolved resolved -> {
                assertThat(resolved.edtf().toString().length())
                        .isLessThanOrEqualTo(Edtf.MAXIMUM_LENGTH);
                assertThat(resolved.rule().length()).isBetween(1, DatePhrases.MOST_RULE_CHARACTERS);
            }
            case DateReading.Unknown unknown ->
                    assertThat(unknown.nearest()).hasSize(DatePhrases.MOST_NEAREST);
            case DateReading.Refused refused -> assertThat(refused.detail()).isNotBlank();
        }
    }
}
