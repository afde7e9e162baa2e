package org.companytimeline.event.words;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words of one language that stand in the place of a number, in normal form.
///
/// A placeholder in a template stands for any of them: `{month}`, `{season}`, `{number}`, `{unit}`,
/// `{ordinal}`; `{day}` for a day of the month, `{year}` for a year, `{someYear}` for one that may
/// be uncertain or approximate, and `{date}` and `{other}` for a phrase of its own.
record Vocabulary(
        Map<String, Integer> months,
        Map<String, Integer> seasons,
        Map<String, Integer> numbers,
        Map<String, Integer> ordinals,
        Map<String, ChronoUnit> units,
        String day,
        String year,
        String perhaps,
        String around) {

    private static final Vocabulary ENGLISH =
            new Vocabulary(
                    numbered(
                            "january|jan",
                            "february|feb",
                            "march|mar",
                            "april|apr",
                            "may",
                            "june|jun",
                            "july|jul",
                            "august|aug",
                            "september|sept|sep",
                            "october|oct",
                            "november|nov",
                            "december|dec"),
                    numbered("spring", "summer", "autumn|fall", "winter"),
                    numbered(
                            "one|an|a",
                            "two",
                            "three",
                            "four",
                            "five",
                            "six",
                            "seven",
                            "eight",
                            "nine",
                            "ten",
                            "eleven",
                            "twelve"),
                    numbered("first|1st", "second|2nd", "third|3rd", "fourth|4th"),
                    units("days?", "weeks?", "months?", "years?"),
                    "[0-9]{1,2}(?:st|nd|rd|th)?",
                    "[0-9]{4}|the year [0-9]{1,4}|[1-9][0-9]{0,4} bc",
                    "perhaps|possibly|maybe",
                    "around|about|circa");

    private static final Vocabulary FRENCH =
            new Vocabulary(
                    numbered(
                            "janvier|janv",
                            "fevrier|fevr",
                            "mars",
                            "avril|avr",
                            "mai",
                            "juin",
                            "juillet|juil",
                            "aout",
                            "septembre|sept",
                            "octobre|oct",
                            "novembre|nov",
                            "decembre|dec"),
                    numbered("printemps", "ete", "automne", "hiver"),
                    numbered(
                            "une|un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit",
                            "neuf", "dix", "onze", "douze"),
                    numbered(
                            "premier|premiere|1er",
                            "deuxieme|second|seconde|2e|2eme",
                            "troisieme|3e|3eme",
                            "quatrieme|4e|4eme"),
                    units("jours?", "semaines?", "mois", "ans?|annees?"),
                    "1er|[0-9]{1,2}",
                    "[0-9]{4}|l'an(?:nee)? [0-9]{1,4}|[1-9][0-9]{0,4} av\\.? j\\.? ?c\\.?",
                    "peut etre|possiblement",
                    "environ|vers");

    static Vocabulary of(Language language) {
        return switch (language) {
            case EN -> ENGLISH;
            case FR -> FRENCH;
        };
    }

    /// A template with its placeholders filled in; a placeholder that stands twice is two groups,
    /// the second with a 2 at its end.
    Pattern pattern(String template) {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put("month", oneOf(months.keySet()));
        groups.put("season", oneOf(seasons.keySet()));
        groups.put("number", "[0-9]{1,3}|" + oneOf(numbers.keySet()));
        groups.put("ordinal", oneOf(ordinals.keySet()));
        groups.put("unit", oneOf(units.keySet()));
        groups.put("day", day);
        groups.put("year", year);
        groups.put("date", ".+?");
        groups.put("other", ".+");
        String filled =
                template.replace(
                        "{someYear}",
                        "(?:(?<perhaps>%s) )?(?:(?<around>%s) )?{year}".formatted(perhaps, around));
        for (Map.Entry<String, String> group : groups.entrySet()) {
            filled =
                    filled.replace(
                            "{" + group.getKey() + "}",
                            "(?<" + group.getKey() + ">" + group.getValue() + ")");
        }
        return Pattern.compile(filled);
    }

    private static String oneOf(Iterable<String> words) {
        List<String> longestFirst = new ArrayList<>();
        words.forEach(longestFirst::add);
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        return longestFirst.stream().collect(Collectors.joining("|"));
    }

    /// Words by their place, from 1; words of one place have a `|` between them.
    private static Map<String, Integer> numbered(String... places) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < places.length; i++) {
            for (String word : places[i].split("\\|", -1)) {
                numbers.put(word, i + 1);
            }
        }
        return Map.copyOf(numbers);
    }

    private static Map<String, ChronoUnit> units(
            String day, String week, String month, String year) {
        return Map.of(
                day,
                ChronoUnit.DAYS,
                week,
                ChronoUnit.WEEKS,
                month,
                ChronoUnit.MONTHS,
                year,
                ChronoUnit.YEARS);
    }

    ChronoUnit unit(String word) {
        return units.entrySet().stream()
                .filter(entry -> word.matches(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
