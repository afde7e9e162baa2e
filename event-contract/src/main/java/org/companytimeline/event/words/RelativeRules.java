package org.companytimeline.event.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/// The rules for phrases that mean nothing without an anchor.
final class RelativeRules {

    private static final String EN_IN = "(?:in |during |(?:in|over) the course of )?";
    private static final String FR_IN = "(?:en |au cours de |dans le courant de |courant )?";
    private static final String FR_LAST = "(?:derniere?|passee?|precedente?)";
    private static final String FR_NEXT = "(?:prochaine?|suivante?)";

    private RelativeRules() {}

    static List<Rule> all() {
        return Stream.of(years(), months(), weeks(), quarters(), days(), spans())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule> years() {
        return List.of(
                Rule.named("last-year@1")
                        .writtenIn("2025~")
                        .english(
                                "last year",
                                EN_IN + "(?:(?:the )?(?:last|past|previous) year|the year before)")
                        .french("l'année dernière", FR_IN + "(?:l')?(?:annee|an) " + FR_LAST)
                        .gives(found -> year(found, -1)),
                Rule.named("this-year@1")
                        .writtenIn("2025~")
                        .english("this year", EN_IN + "(?:(?:this|the current|the) year)")
                        .french("cette année", FR_IN + "(?:cette |l')?annee(?: en cours)?")
                        .gives(found -> year(found, 0)),
                Rule.named("next-year@1")
                        .writtenIn("2025-01-15")
                        .english("next year", EN_IN + "(?:the )?(?:next|coming|following) year")
                        .french("l'année prochaine", FR_IN + "(?:l')?(?:annee|an) " + FR_NEXT)
                        .gives(found -> year(found, 1)));
    }

    private static Phrase year(Found found, int step) {
        return found.reckons(
                Kind.YEAR,
                moment -> Point.ofYear(moment.day().getYear() + step).marked(moment.marks()));
    }

    private static List<Rule> months() {
        return List.of(
                Rule.named("last-month@1")
                        .writtenIn("2025-01-15")
                        .english(
                                "last month",
                                EN_IN
                                        + "(?:(?:the )?(?:last|past|previous) month|the month"
                                        + " before)")
                        .french(
                                "le mois dernier",
                                "(?:le |au cours du |courant du )?mois " + FR_LAST)
                        .gives(found -> month(found, -1)),
                Rule.named("this-month@1")
                        .writtenIn("2025-01-15")
                        .english("this month", EN_IN + "(?:this|the current|the) month")
                        .french("ce mois-ci", "(?:ce |le )?mois(?: ci| en cours)?")
                        .gives(found -> month(found, 0)),
                Rule.named("next-month@1")
                        .writtenIn("2024-12-15~")
                        .english("next month", EN_IN + "(?:the )?(?:next|coming|following) month")
                        .french("le mois prochain", "(?:le )?mois " + FR_NEXT)
                        .gives(found -> month(found, 1)),
                Rule.named("last-named-month@1")
                        .writtenIn("2025~")
                        .english("last November", "(?:in )?(?:last|this past|past) {month}")
                        .french(
                                "en novembre dernier",
                                FR_IN + "(?:le mois de |au mois de )?{month} " + FR_LAST)
                        .gives(found -> Nearest.lastMonth(found, found.month())),
                Rule.named("next-named-month@1")
                        .writtenIn("2025-01-15")
                        .english("next May", "(?:in )?(?:next|this coming|coming) {month}")
                        .french("en mai prochain", FR_IN + "{month} " + FR_NEXT)
                        .gives(found -> Nearest.nextMonth(found, found.month())),
                Rule.named("named-month@1")
                        .writtenIn("2024-05/2024-06~")
                        .english("in the course of May", EN_IN + "(?:the month of )?{month}")
                        .french(
                                "courant mai",
                                FR_IN + "(?:le mois de |du mois de |au mois de )?{month}")
                        .gives(found -> Nearest.month(found, found.month())),
                Rule.named("last-season@1")
                        .writtenIn("2025~")
                        .english("last summer", "(?:in )?(?:last|this past|past) {season}")
                        .french("l'été dernier", "(?:en |a |au )?(?:l'|le )?{season} " + FR_LAST)
                        .gives(found -> Nearest.lastSeason(found, found.season())));
    }

    private static Phrase month(Found found, int step) {
        return found.reckons(
                Kind.MONTH,
                moment ->
                        Point.ofMonth(YearMonth.from(moment.day()).plusMonths(step))
                                .marked(moment.marks()));
    }

    private static List<Rule> weeks() {
        return List.of(
                Rule.named("last-week@1")
                        .writtenIn("2025-01-15")
                        .english(
                                "last week",
                                EN_IN
                                        + "(?:(?:the )?(?:last|past|previous) week|the week"
                                        + " before)")
                        .french("la semaine dernière", FR_IN + "(?:la )?semaine " + FR_LAST)
                        .gives(found -> week(found, -1)),
                Rule.named("this-week@1")
                        .writtenIn("2025-01-15")
                        .english("this week", EN_IN + "(?:this|the current) week")
                        .french("cette semaine", FR_IN + "cette semaine(?: ci)?")
                        .gives(found -> week(found, 0)),
                Rule.named("next-week@1")
                        .writtenIn("2024-12-27")
                        .english("next week", EN_IN + "(?:the )?(?:next|coming|following) week")
                        .french("la semaine prochaine", FR_IN + "(?:la )?semaine " + FR_NEXT)
                        .gives(found -> week(found, 1)));
    }

    private static Phrase week(Found found, int step) {
        return found.reckons(
                Kind.INTERVAL,
                moment -> {
                    LocalDate monday =
                            moment.day()
                                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                    .plusWeeks(step);
                    return new Span(Point.ofDay(monday), Point.ofDay(monday.plusDays(6)))
                            .marked(moment.marks());
                });
    }

    private static List<Rule> quarters() {
        return List.of(
                Rule.named("last-quarter@1")
                        .writtenIn("2025-01-15")
                        .english("last quarter", EN_IN + "(?:the )?(?:last|past|previous) quarter")
                        .french(
                                "le trimestre dernier",
                                "(?:le |au )?trimestre " + FR_LAST,
                                "(?:le |au )?dernier trimestre")
                        .gives(found -> quarter(found, -1)),
                Rule.named("this-quarter@1")
                        .writtenIn("2025-01-15")
                        .english("this quarter", EN_IN + "(?:this|the current) quarter")
                        .french("ce trimestre", "(?:ce trimestre|le trimestre en cours)")
                        .gives(found -> quarter(found, 0)),
                Rule.named("next-quarter@1")
                        .writtenIn("2024-12-15")
                        .english(
                                "next quarter",
                                EN_IN + "(?:the )?(?:next|coming|following) quarter")
                        .french(
                                "le trimestre prochain",
                                "(?:le |au )?trimestre " + FR_NEXT,
                                "(?:le |au )?prochain trimestre")
                        .gives(found -> quarter(found, 1)));
    }

    private static Phrase quarter(Found found, int step) {
        return found.reckons(
                Kind.OTHER_DATE,
                moment -> {
                    LocalDate day = moment.day().plusMonths(3L * step);
                    return Point.ofMonth(day.getYear(), 33 + (day.getMonthValue() - 1) / 3)
                            .marked(moment.marks());
                });
    }

    private static List<Rule> days() {
        return List.of(
                Rule.named("yesterday@1")
                        .writtenIn("2025-01-01")
                        .english("yesterday", "yesterday")
                        .french("hier", "hier")
                        .gives(found -> day(found, -1)),
                Rule.named("today@1")
                        .writtenIn("2025-01-01")
                        .english("today", "today")
                        .french("aujourd'hui", "aujourd'hui|ce jour")
                        .gives(found -> day(found, 0)),
                Rule.named("tomorrow@1")
                        .writtenIn("2024-12-31")
                        .english("tomorrow", "tomorrow")
                        .french("demain", "demain")
                        .gives(found -> day(found, 1)),
                Rule.named("named-day@1")
                        .writtenIn("2025~")
                        .english(
                                "on 1 May",
                                "(?:on )?(?:the )?{day}(?: of)? {month}",
                                "(?:on )?{month} {day}")
                        .french("le 1er mai", "(?:le |au )?{day} {month}")
                        .gives(found -> Nearest.day(found, found.month(), found.dayOfMonth())));
    }

    private static Phrase day(Found found, int step) {
        return found.reckons(
                Kind.OTHER_DATE,
                moment -> Point.ofDay(moment.day().plusDays(step)).marked(moment.marks()));
    }

    private static List<Rule> spans() {
        return List.of(
                Rule.named("earlier-this-year@1")
                        .writtenIn("2025-03-15")
                        .english("earlier this year", "earlier (?:this year|in the year)")
                        .french("plus tôt cette année", "plus tot (?:cette annee|dans l'annee)")
                        .gives(found -> found.reckons(Kind.INTERVAL, RelativeRules::earlier)),
                Rule.named("ago@1")
                        .writtenIn("2025-01-15")
                        .english("two years ago", "{number} {unit} ago")
                        .french("il y a deux ans", "il y a {number} {unit}")
                        .gives(found -> Shift.by(found, -found.number(), found.unit())),
                Rule.named("later@1")
                        .writtenIn("2023")
                        .english(
                                "a year after",
                                "{number} {unit} (?:later|after(?: (?:its|their|the) "
                                        + "(?:creation|founding|foundation|incorporation|birth"
                                        + "|launch|start|opening|acquisition|takeover|merger"
                                        + "|ipo|listing))?)")
                        .french(
                                "un an après",
                                "{number} {unit} (?:plus tard|apres(?: (?:sa |son |leur |la |le"
                                    + " |l')(?:creation|fondation|immatriculation|naissance"
                                    + "|lancement|debut|ouverture|acquisition|rachat|fusion|introduction"
                                    + " en bourse))?)")
                        .gives(found -> Shift.by(found, found.number(), found.unit())),
                Rule.named("earlier@1")
                        .writtenIn("2024-05-03")
                        .english("three days before", "{number} {unit} (?:earlier|before)")
                        .french(
                                "trois jours avant",
                                "{number} {unit} (?:plus tot|avant|auparavant)")
                        .gives(found -> Shift.by(found, -found.number(), found.unit())));
    }

    /// From January to the month of the anchor; of an anchor that is a year, all of it.
    private static Written earlier(Moment moment) {
        int year = moment.day().getYear();
        int month = moment.day().getMonthValue();
        boolean whole = moment.anchor().fineness() == Fineness.YEAR;
        Written date =
                whole
                        ? Point.ofYear(year)
                        : month == 1
                                ? Point.ofMonth(year, 1)
                                : new Span(Point.ofMonth(year, 1), Point.ofMonth(year, month));
        return date.marked(moment.marks());
    }
}
