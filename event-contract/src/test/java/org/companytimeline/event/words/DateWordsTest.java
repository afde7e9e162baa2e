package org.companytimeline.event.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.companytimeline.event.edtf.Edtf;
import org.companytimeline.event.edtf.EdtfException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DateWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "2024 | 2024 | 2024",
                "2024-05 | May 2024 | mai 2024",
                "2024-05-03 | 3 May 2024 | 3 mai 2024",
                "2024-05-01 | 1 May 2024 | 1er mai 2024",
                "2024~ | around 2024 | vers 2024",
                "2024? | perhaps 2024 | peut-être 2024",
                "2024% | perhaps around 2024 | peut-être vers 2024",
                "2024-05-03~ | around 3 May 2024 | vers le 3 mai 2024",
                "2024~-11 | November of around 2024 | novembre d'environ 2024",
                "2024?-11 | November of perhaps 2024 | novembre de peut-être 2024",
                "2024%-11 | November of perhaps around 2024 | novembre de peut-être environ 2024",
                "2024-~05 | May 2024 (month approximate) | mai 2024 (mois approximatif)",
                "2024?-05-%03 | 3 May 2024 (year uncertain, day uncertain and approximate) | 3 mai"
                        + " 2024 (année incertaine, jour incertain et approximatif)",
                "2024-11~/2024-12~ | around late 2024 | vers fin 2024",
                "2024-06~/2024-07~ | around mid-2024 | vers mi-2024",
                "2024-01~/2024-02~ | around early 2024 | vers début 2024",
                "2024-11%/2024-12% | perhaps around late 2024 | peut-être vers fin 2024",
                "2024?-11~/2024?-12~ | around the end of perhaps 2024 | vers la fin de peut-être"
                        + " 2024",
                "2024-05-21~/2024-05-31~ | around late May 2024 | vers fin mai 2024",
                "2024-02-21~/2024-02-29~ | around late February 2024 | vers fin février 2024",
                "2024-02-21~/2024-02-28~ | between around 21 February 2024 and around 28 February"
                        + " 2024 | entre vers le 21 février 2024 et vers le 28 février 2024",
                "2024-11/2024-12 | between November 2024 and December 2024 | entre novembre 2024 et"
                        + " décembre 2024",
                "2024-05-03/2024-05-05 | between 3 May 2024 and 5 May 2024 | entre le 3 mai 2024 et"
                        + " le 5 mai 2024",
                "../2024 | by 2024 | au plus tard en 2024",
                "../2024-05-03 | by 3 May 2024 | au plus tard le 3 mai 2024",
                "../2025~ | by around 2025 | au plus tard vers 2025",
                "2024/.. | since 2024 | depuis 2024",
                "/2024 | from an unknown date until 2024 | d'une date inconnue jusqu'à 2024",
                "2024/ | from 2024 until an unknown date | de 2024 jusqu'à une date inconnue",
                "../.. | at any time | à tout moment",
                "/ | at an unknown time | à une date inconnue",
                "2023-35 | Q3 2023 | 3e trimestre 2023",
                "2023-33 | Q1 2023 | 1er trimestre 2023",
                "2024-40 | first half of 2024 | 1er semestre 2024",
                "2024-38 | second third of 2024 | 2e tiers de 2024",
                "2024-21 | spring 2024 | printemps 2024",
                "2024-28 | northern winter 2024 | hiver boréal 2024",
                "2024-29 | southern spring 2024 | printemps austral 2024",
                "[2023,2024] | 2023 or 2024 | 2023 ou 2024",
                "[2022..2024] | some time from 2022 to 2024 | à un moment de 2022 à 2024",
                "[..2024] | some time up to 2024 | à un moment jusqu'à 2024",
                "[2024..] | some time from 2024 on | à un moment à partir de 2024",
                "[2023-11~..2023-12~,2024-11~..2024-12~] | around late 2023 or around late 2024 |"
                        + " vers fin 2023 ou vers fin 2024",
                "[2024-05-03..2024-05-05] | some time from 3 May 2024 to 5 May 2024 | à un moment"
                        + " du 3 mai 2024 au 5 mai 2024",
                "[2024-04..2024-08] | some time from April 2024 to August 2024 | à un moment"
                        + " d'avril 2024 à août 2024",
                "[2022~..2024%] | some time from around 2022 to perhaps around 2024 | à un moment"
                        + " d'environ 2022 à peut-être environ 2024",
                "[..2024-05-03] | some time up to 3 May 2024 | à un moment jusqu'au 3 mai 2024",
                "[2024-05-03..] | some time from 3 May 2024 on | à un moment à partir du 3 mai"
                        + " 2024",
                "[2024-10..] | some time from October 2024 on | à un moment à partir d'octobre"
                        + " 2024",
                "/2024-05-03 | from an unknown date until 3 May 2024 | d'une date inconnue"
                        + " jusqu'au 3 mai 2024",
                "2024-05-03/ | from 3 May 2024 until an unknown date | du 3 mai 2024 jusqu'à une"
                        + " date inconnue",
                "2024-08/ | from August 2024 until an unknown date | d'août 2024 jusqu'à une date"
                        + " inconnue",
                "2024-04-XX | an unknown day of April 2024 | un jour inconnu d'avril 2024",
                "2024?-10-01~/2024?-10-10~ | around the beginning of October of perhaps 2024 |"
                        + " vers le début d'octobre de peut-être 2024",
                "201X | the 2010s | les années 2010",
                "19XX | a year from 1900 to 1999 | une année de 1900 à 1999",
                "XXXX | an unknown year | une année inconnue",
                "2024-XX | an unknown month of 2024 | un mois inconnu de 2024",
                "2024-XX-XX | an unknown day of 2024 | un jour inconnu de 2024",
                "2024-05-XX | an unknown day of May 2024 | un jour inconnu de mai 2024",
                "2X24-05 | a date like 2X24-05, X for any digit | une date comme 2X24-05, X pour"
                        + " tout chiffre",
                "0000 | 1 BC | 1 av. J.-C.",
                "-0044-03-15 | 15 March 45 BC | 15 mars 45 av. J.-C.",
                "0499 | the year 499 | l'an 499",
                "0499-05 | May of the year 499 | mai de l'an 499",
            })
    void aDateIsToldInEnglishAndFrench(String edtf, String english, String french) {
        Edtf date = Edtf.parse(edtf);

        assertThat(DateWords.of(date, Language.EN)).isEqualTo(english);
        assertThat(DateWords.of(date, Language.FR)).isEqualTo(french);
    }

    @ParameterizedTest
    @EnumSource
    void datesThatDifferAreToldDifferently(Language language) {
        Map<String, Set<String>> meanings = new LinkedHashMap<>();
        for (Edtf date : manyDates()) {
            meanings.computeIfAbsent(DateWords.of(date, language), words -> new TreeSet<>())
                    .add(Written.of(date).toString());
        }

        assertThat(meanings.keySet()).hasSizeGreaterThan(10_000);
        assertThat(meanings.entrySet())
                .filteredOn(meaning -> meaning.getValue().size() > 1)
                .isEmpty();
    }

    private static List<Edtf> manyDates() {
        List<String> marks = List.of("", "?", "~", "%");
        List<String> points = new ArrayList<>();
        for (String year :
                List.of(
                        "2024", "2023", "201X", "19XX", "2X24", "XXXX", "0000", "0045", "-0044",
                        "-01X4")) {
            for (String m1 : marks) {
                points.add(year + m1);
                for (String month :
                        List.of("01", "12", "XX", "1X", "21", "26", "31", "34", "38", "41")) {
                    for (String m2 : marks) {
                        for (String m3 : marks) {
                            points.add(year + m1 + "-" + m2 + month + m3);
                        }
                        for (String day : List.of("01", "28", "XX", "0X")) {
                            for (String m4 : marks) {
                                points.add(year + m1 + "-" + m2 + month + "-" + m4 + day);
                            }
                            points.add(year + m1 + "-" + m2 + month + "-" + day + "~");
                        }
                    }
                }
            }
        }
        List<String> texts = new ArrayList<>(points);
        List<String> ends =
                List.of(
                        "",
                        "..",
                        "2023",
                        "2024",
                        "2024~",
                        "2024?",
                        "2023-11~",
                        "2023-12~",
                        "2023-12",
                        "2023-06%",
                        "2023-07%",
                        "2024-02-21~",
                        "2024-02-29~",
                        "201X");
        for (String a : ends) {
            for (String b : ends) {
                texts.add(a + "/" + b);
                texts.add(
                        "["
                                + a
                                + (a.equals("..") ? "" : "..")
                                + (b.equals("..") ? "" : b)
                                + ",2020]");
                texts.add("[" + a + "," + b + "]");
            }
        }
        return texts.stream().flatMap(text -> parsed(text).stream()).toList();
    }

    private static Collection<Edtf> parsed(String text) {
        try {
            return List.of(Edtf.parse(text));
        } catch (EdtfException noDate) {
            return List.of();
        }
    }
}
