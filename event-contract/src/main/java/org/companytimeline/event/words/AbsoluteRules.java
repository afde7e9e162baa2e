package org.companytimeline.event.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules for phrases that mean the same whenever they were written.
final class AbsoluteRules {

    private static final int FIRST_SEASON = 21;
    private static final int FIRST_QUARTER = 33;
    private static final int FIRST_HALF = 40;

    private static final String EN_DURING = "(?:in |during |(?:in|over) the course of )?";
    private static final String FR_DURING =
            "(?:en |courant |au cours de |au mois d(?:e |')|dans le courant de )?";

    private AbsoluteRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.named("year@1")
                        .english("in 2024", EN_DURING + "{year}")
                        .french("en 2024", FR_DURING + "{year}")
                        .gives(found -> found.means(Kind.YEAR, Point.ofYear(found.year()))),
                Rule.named("month@1")
                        .english("in May 2024", EN_DURING + "{month}\\.?,?(?: of)? {someYear}")
                        .french("en mai 2024", FR_DURING + "{month}\\.?(?: de | d'| ){someYear}")
                        .gives(found -> inYear(found, Kind.MONTH, found.month())),
                Rule.named("day@1")
                        .english(
                                "on 3 May 2024",
                                "(?:on )?(?:the )?{day}(?: of)? {month}\\.?,?(?: of)? {someYear}",
                                "(?:on )?{month}\\.? {day},?(?: of)? {someYear}")
                        .french(
                                "le 3 mai 2024",
                                "(?:le |au )?{day} {month}\\.?(?: de | d'| ){someYear}")
                        .gives(AbsoluteRules::day),
                Rule.named("quarter@1")
                        .english(
                                "Q3 2023",
                                "(?:in )?(?:the )?q(?<ordinal>[1-4])(?: of)? {year}",
                                "(?:in )?(?:the )?{ordinal} quarter(?: of)? {year}")
                        .french(
                                "3e trimestre 2023",
                                "(?:au )?t(?<ordinal>[1-4])(?: de)? {year}",
                                "(?:au |le )?{ordinal} trimestre(?: de | d'| ){year}")
                        .gives(found -> part(found, FIRST_QUARTER, 4)),
                Rule.named("half@1")
                        .english(
                                "first half of 2024",
                                "(?:in )?(?:the )?h(?<ordinal>[12])(?: of)? {year}",
                                "(?:in )?(?:the )?{ordinal} half(?: of)? {year}")
                        .french(
                                "premier semestre 2024",
                                "(?:au )?s(?<ordinal>[12])(?: de)? {year}",
                                "(?:au |le )?{ordinal} semestre(?: de | d'| ){year}",
                                "(?:dans )?(?:la )?{ordinal} moitie (?:de )?{year}")
                        .gives(found -> part(found, FIRST_HALF, 2)),
                Rule.named("season@1")
                        .english("in spring 2024", "(?:in )?(?:the )?{season}(?: of)? {someYear}")
                        .french(
                                "au printemps 2024",
                                "(?:au |en |a )?(?:l'|le )?{season}(?: de | d'| ){someYear}")
                        .gives(found ->
                                inYear(found, Kind.OTHER_DATE, FIRST_SEASON - 1 + found.season())),
                Rule.named("decade@1")
                        .english("the 2010s", "(?:in )?(?:the )?(?<decade>[0-9]{3})0'?s")
                        .french("les années 2010", "(?:dans )?(?:les )?annees (?<decade>[0-9]{3})0")
                        .gives(found ->
                                found.means(
                                        Kind.OTHER_DATE,
                                        Point.parts(found.text("decade") + "X", null, null))));
    }

    private static Phrase inYear(Found found, Kind kind, int month) {
        return found.means(
                kind, Point.ofMonth(found.year(), month).markedInYear(found.marksOfYear()));
    }

    private static Phrase day(Found found) {
        Point day = Point.ofDay(found.year(), found.month(), found.dayOfMonth());
        return found.means(Kind.OTHER_DATE, day.markedInYear(found.marksOfYear()));
    }

    private static @Nullable Phrase part(Found found, int first, int count) {
        return found.ordinal() > count
                ? null
                : found.means(
                        Kind.OTHER_DATE, Point.ofMonth(found.year(), first - 1 + found.ordinal()));
    }
}
