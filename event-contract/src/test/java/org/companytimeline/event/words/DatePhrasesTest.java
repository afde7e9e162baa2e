package org.companytimeline.event.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatePhrasesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "2024 | 2024",
                "in 2024 | 2024",
                "en 2024 | 2024",
                "courant 2024 | 2024",
                "in May 2024 | 2024-05",
                "in the course of May 2024 | 2024-05",
                "en mai 2024 | 2024-05",
                "au mois d'août 2024 | 2024-08",
                "on 3 May 2024 | 2024-05-03",
                "May 3, 2024 | 2024-05-03",
                "the 3rd of May 2024 | 2024-05-03",
                "le 3 mai 2024 | 2024-05-03",
                "le 1er mai 2024 | 2024-05-01",
                "early 2024 | 2024-01~/2024-02~",
                "at the beginning of 2024 | 2024-01~/2024-02~",
                "mid-2024 | 2024-06~/2024-07~",
                "in the middle of 2024 | 2024-06~/2024-07~",
                "late 2024 | 2024-11~/2024-12~",
                "at the end of 2024 | 2024-11~/2024-12~",
                "late May 2024 | 2024-05-21~/2024-05-31~",
                "end of February 2024 | 2024-02-21~/2024-02-29~",
                "mid-May 2024 | 2024-05-11~/2024-05-20~",
                "début 2024 | 2024-01~/2024-02~",
                "au début de 2024 | 2024-01~/2024-02~",
                "mi-2024 | 2024-06~/2024-07~",
                "milieu 2024 | 2024-06~/2024-07~",
                "au milieu de l'année 2024 | 2024-06~/2024-07~",
                "à la mi-mai 2024 | 2024-05-11~/2024-05-20~",
                "fin 2024 | 2024-11~/2024-12~",
                "à la fin de 2024 | 2024-11~/2024-12~",
                "fin mai 2024 | 2024-05-21~/2024-05-31~",
                "début mai 2024 | 2024-05-01~/2024-05-10~",
                "Q3 2023 | 2023-35",
                "third quarter of 2023 | 2023-35",
                "the third quarter of 2023 | 2023-35",
                "T3 2023 | 2023-35",
                "troisième trimestre 2023 | 2023-35",
                "au 3e trimestre 2023 | 2023-35",
                "first half of 2024 | 2024-40",
                "H1 2024 | 2024-40",
                "premier semestre 2024 | 2024-40",
                "S1 2024 | 2024-40",
                "second semestre 2024 | 2024-41",
                "spring 2024 | 2024-21",
                "winter 2024 | 2024-24",
                "printemps 2024 | 2024-21",
                "à l'automne 2024 | 2024-23",
                "l'été 2024 | 2024-22",
                "around 2024 | 2024~",
                "about May 2024 | 2024-05~",
                "vers 2024 | 2024~",
                "environ 2024 | 2024~",
                "vers la fin de 2024 | 2024-11~/2024-12~",
                "by 2024 | ../2024",
                "by the end of 2024 | ../2024-12~",
                "no later than May 2024 | ../2024-05",
                "before 2024 | ../2023",
                "before May 2024 | ../2024-04",
                "before 1 January 2024 | ../2023-12-31",
                "before Q1 2024 | ../2023-36",
                "avant 2024 | ../2023",
                "avant mai 2024 | ../2024-04",
                "after 2024 | 2025/..",
                "après mai 2024 | 2024-06/..",
                "after winter 2024 | 2025-03/..",
                "since 2024 | 2024/..",
                "since late 2023 | 2023-11~/..",
                "depuis mai 2024 | 2024-05/..",
                "depuis le 3 mai 2024 | 2024-05-03/..",
                "d'ici fin 2024 | ../2024-12~",
                "between 2022 and 2024 | 2022/2024",
                "between May and June 2024 | 2024-05/2024-06",
                "between spring 2022 and winter 2023 | 2022-03/2024-02",
                "from early 2022 to late 2024 | 2022-01~/2024-12~",
                "entre 2022 et 2024 | 2022/2024",
                "de mai à juin 2024 | 2024-05/2024-06",
                "du 3 au 5 mai 2024 | 2024-05-03/2024-05-05",
                "entre le 3 mai 2024 et le 5 juin 2024 | 2024-05-03/2024-06-05",
                "2022 or 2024 | [2022,2024]",
                "May or June 2024 | [2024-05,2024-06]",
                "2022 ou 2024 | [2022,2024]",
                "Jan or Feb or Mar or Apr or May or June or July or Aug or Sept or Oct 2024 |"
                    + " [2024-01,2024-02,2024-03,2024-04,2024-05,2024-06,2024-07,2024-08,2024-09,2024-10]",
                "31 December or 1 January 2025 | [2024-12-31,2025-01-01]",
                "November or January 2025 | [2024-11,2025-01]",
                "November or December or January 2025 | [2024-11,2024-12,2025-01]",
                "between December and February 2025 | 2024-12/2025-02",
                "from 30 December to 2 January 2025 | 2024-12-30/2025-01-02",
                "from late December to mid-January 2025 | 2024-12-21~/2025-01-20~",
                "from 15 January to January 2025 | 2025-01-15/2025-01",
                "du 30 décembre au 2 janvier 2025 | 2024-12-30/2025-01-02",
                "à un moment du 3 mai 2024 au 5 mai 2024 | [2024-05-03..2024-05-05]",
                "à un moment d'avril 2024 à août 2024 | [2024-04..2024-08]",
                "à un moment des années 1990 aux années 2000 | [199X..200X]",
                "à un moment d'environ 2022 à environ 2024 | [2022~..2024~]",
                "du 3 mai 2024 jusqu'au 5 mai 2024 | 2024-05-03/2024-05-05",
                "some time from 2020 to 2021 or 2024 | [2020..2021,2024]",
                "2022 or 2023 or 2024 | [2022,2023,2024]",
                "the 2010s | 201X",
                "les années 2010 | 201X",
                "perhaps 2024 | 2024?",
                "possibly in May 2024 | 2024-05?",
                "perhaps around 2024 | 2024%",
                "perhaps late 2024 | 2024-11%/2024-12%",
                "peut-être en mai 2024 | 2024-05?",
                "November of around 2024 | 2024~-11",
            })
    void wordsThatMeanTheSameAtAnyTimeNeedNoAnchor(String text, @Nullable String edtf) {
        DateReading reading = DatePhrases.read(text, null);

        assertThat(edtf(reading)).isEqualTo(edtf);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at the end of last year | 2025~ | 2024-11~/2024-12~",
                "at the end of last year | 2025-01-15 | 2024-11~/2024-12~",
                "à la fin de l'année dernière | 2025~ | 2024-11~/2024-12~",
                "at the end of last year | 2025? | 2024?-11~/2024?-12~",
                "at the end of last year | 2024-12/2025-01 |"
                        + " [2023-11~..2023-12~,2024-11~..2024-12~]",
                "at the beginning of this year | 2025-04 | 2025-01~/2025-02~",
                "en milieu d'année dernière | 2025 | 2024-06~/2024-07~",
                "au milieu de l'année dernière | 2025 | 2024-06~/2024-07~",
                "last year | 2025~ | 2024~",
                "last year | 2025-01-01 | 2024",
                "last year | 2024-12-31 | 2023",
                "last year | 2024-12/2025-01 | [2023,2024]",
                "last year | 2023/2025 | [2022..2024]",
                "last year | 2025? | 2024?",
                "last year | 2025% | 2024%",
                "last year | -0044 | -0045",
                "l'année dernière | 2025~ | 2024~",
                "l’an passé | 2025 | 2024",
                "this year | 2025~ | 2025~",
                "l'année prochaine | 2025 | 2026",
                "last November | 2025~ | 2024~-11",
                "last November | 2025-11-20 | 2024-11",
                "last November | 2025-12-05 | 2025-11",
                "last November | 2025-11/2026-01 | [2024-11,2025-11]",
                "en novembre dernier | 2025~ | 2024~-11",
                "next May | 2025-01-15 | 2025-05",
                "next May | 2025-05-15 | 2026-05",
                "next May | 2025 | 2026-05",
                "in the course of May | 2024-05/2024-06~ | 2024-05",
                "courant mai | 2024-05/2024-06~ | 2024-05",
                "in May | 2024-01-15 | 2024-05",
                "in May | 2024-12-15 | 2025-05",
                "in May | 2024-11-01 | 2024-05",
                "in May | 2025~ | 2025~-05",
                "in May | 2023/2024 | [2023-05,2024-05]",
                "en mai | 2024-11/2025-01 | 2025-05",
                "early May | 2024-06-02 | 2024-05-01~/2024-05-10~",
                "end of May | 2024 | 2024-05-21~/2024-05-31~",
                "le 1er mai | 2024-06 | 2024-05-01",
                "on 29 February | 2025-06 | 2024-02-29",
                "last month | 2025-01-31 | 2024-12",
                "last month | 2025~ | [2024-12~..2025-11~]",
                "last month | 2025-01/2025-02 | [2024-12,2025-01]",
                "le mois prochain | 2024-12-31 | 2025-01",
                "last week | 2025-01-01 | 2024-12-23/2024-12-29",
                "last week | 2025-01-05/2025-01-06 | [2024-12-23..2025-01-05]",
                "la semaine dernière | 2025-01-01 | 2024-12-23/2024-12-29",
                "last quarter | 2025-01-15 | 2024-36",
                "this quarter | 2025-12-31 | 2025-36",
                "yesterday | 2024-03-01 | 2024-02-29",
                "yesterday | 2025-03 | [2025-02-28..2025-03-30]",
                "hier | 2025-01-01 | 2024-12-31",
                "demain | 2024-12-31~ | 2025-01-01~",
                "last summer | 2025-07-15 | 2024-22",
                "last summer | 2025-09-01 | 2025-22",
                "last winter | 2025-01-15 | 2023-24",
                "l'été dernier | 2025~ | 2024~-22",
                "earlier this year | 2025-06-15 | 2025-01/2025-06",
                "earlier this year | 2025-01-15 | 2025-01",
                "earlier this year | 2025~ | 2025~",
                "earlier this year | 2025-03/2025-04 | [2025-01..2025-04]",
                "a year after | 2023 | 2024~",
                "a year after | 2024-02-29 | 2025-02~",
                "a year after its creation | 2023 | 2024~",
                "un an après sa création | 2023 | 2024~",
                "un an après | 2023 | 2024~",
                "deux mois plus tard | 2024-12 | 2025-02~",
                "trois jours avant | 2024-03-02 | 2024-02-28",
                "three days later | 2024-05 | [2024-05~,2024-06~]",
                "two weeks ago | 2024-05-03 | 2024-04-19~",
                "il y a deux semaines | 2024-05-03 | 2024-04-19~",
                "two years ago | 2025-01-15 | 2023-01~",
                "il y a 3 mois | 2025-01-15 | 2024-10~",
                "six months later | 2023 | [2023~,2024~]",
                "between last year and this year | 2025 | 2024/2025",
                "by the end of this year | 2025-02 | ../2025-12~",
                "since last year | 2024-12/2025-01 | 2023/..",
                "before last year | 2024-12/2025-01 | ../2023",
                "last year or this year | 2024-12/2025-01 | [2023..2025]",
                "last November | [2024,2025] | [2023-11,2024-11]",
                "between March and May | 2025-10-01 | 2025-03/2025-05",
                "between November and January | 2025-10-01 | 2025-11/2026-01",
                "March or April or May | 2025-10-01 | [2025-03,2025-04,2025-05]",
                "from 30 December to 2 January | 2025-01-15 | 2024-12-30/2025-01-02",
                "from early March to late May | 2025-10-01 | 2025-03-01~/2025-05-31~",
                "between 5 January and this month | 2025-01-15 | 2025-01-05/2025-01",
                "between May and next year | 2024/2025 | [2024-05..2026]",
                "May or 20 years ago | 2025-01-15 | [2004-05,2005-01~]",
                "29 February or three years ago | 2025-01-15 | [2020-02-29,2022-01~]",
                "entre mars et mai | 2025-10-01 | 2025-03/2025-05",
                "before May | 2024/2025 | ../2025-04",
                "before early May | 2024/2025 | ../2025-04-30~",
                "after May | 2024/2025 | 2024-06/..",
                "by May | 2024/2025 | ../2025-05",
                "since May | 2024/2025 | 2024-05/..",
                "between May and June | 2024/2025 | [2024-05..2024-06,2025-05..2025-06]",
                "from December to May | 2024/2025 | [2023-12..2024-05,2024-12..2025-05]",
                "May or June | 2024/2025 | [2024-05,2024-06,2025-05,2025-06]",
            })
    void wordsThatNeedAnAnchorAreReckonedFromAllItsDays(
            String text, String anchor, @Nullable String edtf) {
        DateReading reading = DatePhrases.read(text, Edtf.parse(anchor));

        assertThat(edtf(reading)).isEqualTo(edtf);
    }

    @Test
    void caseAccentsApostrophesSpacesAndAFullStopDoNotCount() {
        DateReading reading =
                DatePhrases.read(
                        " A LA  FIN de l\u2019annee\u00a0DERNIE\u0300RE. ", Edtf.parse("2025"));

        assertThat(reading)
                .isEqualTo(
                        new DateReading.Resolved(
                                Edtf.parse("2024-11~/2024-12~"), "end-of-last-year@1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in 2024 | year@1",
                "perhaps around late 2024 | perhaps-around-end-of-year@1",
                "between late 2023 and early 2024 | between@1+end-of-year@1+start-of-year@1",
                "2022 or 2023 or May 2024 | or@1+year@1+month@1",
            })
    void theRuleNamesAllThatReadTheWords(String text, String rule) {
        DateReading reading = DatePhrases.read(text, null);

        assertThat(((DateReading.Resolved) reading).rule()).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "last year",
                "hier",
                "in May",
                "early May",
                "un an après",
                "before last year"
            })
    void relativeWordsNeedAnAnchor(String text) {
        DateReading reading = DatePhrases.read(text, null);

        assertThat(reading).isInstanceOf(DateReading.AnchorNeeded.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024/..", "../2024", "2024/", "/2024", "[..2024]", "../..", "19XX"})
    void anAnchorThatIsOpenOrVeryWideIsRefused(String anchor) {
        DateReading reading = DatePhrases.read("last year", Edtf.parse(anchor));

        assertThat(reading).isInstanceOf(DateReading.AnchorUnfit.class);
    }

    @ParameterizedTest
    @CsvSource({
        "on 30 February 2024, 2025, TextUnfit",
        "between 2024 and 2023, 2025, TextUnfit",
        "next year, 9999, TextUnfit",
        "0 BC, 2025, Unknown",
        "0 av. J.-C., 2025, Unknown",
        "at the end of last year, 2020/2029, AnchorUnfit",
    })
    void wordsThatMeanNoAcceptedDateAreRefused(String text, String anchor, String refusal) {
        DateReading reading = DatePhrases.read(text, Edtf.parse(anchor));

        assertThat(reading.getClass().getSimpleName()).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "late of 2024 | late 2024",
                "last yaer | last year",
                "l'anne derniere | l'année dernière",
                "a la fin de l'annee derniere peut etre | l'année dernière",
                "courant le mai | courant mai",
            })
    void unknownWordsAreRefusedWithTheNearestKnownOnesOfTheirLanguage(String text, String near) {
        DateReading reading = DatePhrases.read(text, Edtf.parse("2025"));

        List<String> nearest = ((DateReading.Unknown) reading).nearest();
        assertThat(nearest).startsWith(near).hasSize(DatePhrases.MOST_NEAREST);
        assertThat(nearest).isSubsetOf(examplesOf(near));
    }

    /// The examples of the language that has this one.
    private static List<String> examplesOf(String example) {
        return Stream.of(Language.values())
                .map(language ->
                        RuleTable.RULES.stream().map(rule -> rule.example(language)).toList())
                .filter(examples -> examples.contains(example))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before 2023 or 2024",
                "2023 or since 2024",
                "perhaps by 2022 or 2024",
                "2023 ou après 2024",
                "last year or since this month",
            })
    void anOpenIntervalIsNotOneOfSeveralDates(String text) {
        DateReading reading = DatePhrases.read(text, Edtf.parse("2025"));

        assertThat(reading).isInstanceOf(DateReading.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recently", "Récemment"})
    void wordsThatNameNoTimeSaySo(String text) {
        DateReading reading = DatePhrases.read(text, Edtf.parse("2025"));

        assertThat(((DateReading.Unknown) reading).detail()).startsWith("names no time");
    }

    private static @Nullable String edtf(DateReading reading) {
        return reading instanceof DateReading.Resolved resolved ? resolved.edtf().toString() : null;
    }
}
