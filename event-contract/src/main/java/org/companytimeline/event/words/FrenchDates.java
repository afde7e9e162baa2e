package org.companytimeline.event.words;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates in French.
final class FrenchDates extends DateSpeech {

    private static final List<String> MONTHS =
            List.of(
                    "janvier",
                    "février",
                    "mars",
                    "avril",
                    "mai",
                    "juin",
                    "juillet",
                    "août",
                    "septembre",
                    "octobre",
                    "novembre",
                    "décembre");
    private static final Pattern VERS = Pattern.compile("^(peut-être )?vers ");
    private static final Pattern VOWEL = Pattern.compile("[aeéiouh]");
    private static final List<String> SEASONS = List.of("printemps", "été", "automne", "hiver");

    @Override
    String withoutYear(Point point) {
        int number = point.monthNumber();
        if (number <= 12) {
            String month = MONTHS.get(number - 1);
            return point.day() == null ? month : ordinal(Integer.parseInt(point.day()), "") + month;
        }
        return number <= 24
                ? SEASONS.get(number - 21)
                : number <= 28
                        ? SEASONS.get(number - 25) + " boréal"
                        : number <= 32
                                ? SEASONS.get(number - 29) + " austral"
                                : number <= 36
                                        ? ordinal(number - 32, "e") + "trimestre"
                                        : number <= 39
                                                ? ordinal(number - 36, "e") + "tiers"
                                                : ordinal(number - 39, "e") + "semestre";
    }

    private static String ordinal(int number, String ending) {
        return number == 1 ? "1er " : number + ending + " ";
    }

    @Override
    String yearAfterPart(Point point) {
        int number = point.monthNumber();
        boolean brief = hasFourDigits(point.year()) && (number <= 36 || number >= 40);
        return brief ? " " + point.year() : ofYear(year(point.year()));
    }

    @Override
    String ofYear(String year) {
        return " " + de(year);
    }

    /// `de` and other words, contracted with their article or elided before their vowel.
    private static String de(String words) {
        String after = afterPreposition(words);
        if (after.startsWith("le ")) {
            return "du " + after.substring("le ".length());
        }
        if (after.startsWith("les ")) {
            return "des " + after.substring("les ".length());
        }
        return (VOWEL.matcher(after).lookingAt() ? "d'" : "de ") + after;
    }

    /// `à` and other words, contracted with their article.
    private static String to(String words) {
        String after = afterPreposition(words);
        if (after.startsWith("le ")) {
            return "au " + after.substring("le ".length());
        }
        return after.startsWith("les ") ? "aux " + after.substring("les ".length()) : "à " + after;
    }

    /// With "environ" for "vers", which no other preposition stands before.
    private static String afterPreposition(String words) {
        return VERS.matcher(words).replaceFirst("$1environ ");
    }

    @Override
    String yearNumbered(int number) {
        return "l'an " + number;
    }

    @Override
    String beforeChrist(int year) {
        return year + " av. J.-C.";
    }

    @Override
    String decade(String first) {
        return "les années " + first;
    }

    @Override
    String century(String first, String last) {
        return "une année de " + first + " à " + last;
    }

    @Override
    String unknownYear() {
        return "une année inconnue";
    }

    @Override
    String unknownMonthOf(String year) {
        return "un mois inconnu " + de(year);
    }

    @Override
    String unknownDayOf(String month) {
        return "un jour inconnu " + de(month);
    }

    @Override
    String ofForm(String text) {
        return "une date comme " + text + ", X pour tout chiffre";
    }

    @Override
    String inSentence(Point point) {
        boolean isDay = point.fineness() == Fineness.DAY && !point.hasUnknownDigits();
        return isDay ? "le " + plain(point) : plain(point);
    }

    @Override
    String around() {
        return "vers ";
    }

    @Override
    String perhaps() {
        return "peut-être ";
    }

    @Override
    String or() {
        return " ou ";
    }

    @Override
    String between(String start, String end) {
        return "entre " + start + " et " + end;
    }

    @Override
    String by(Point end) {
        boolean plain =
                end.marks().equals(Marks.NONE)
                        && !end.hasUnknownDigits()
                        && end.day() == null
                        && end.monthNumber() <= 12
                        && hasFourDigits(end.year());
        return "au plus tard " + (plain ? "en " : "") + asEnd(end);
    }

    @Override
    String since(String start) {
        return "depuis " + start;
    }

    @Override
    String unknownUntil(String end) {
        return "d'une date inconnue jusqu'" + to(end);
    }

    @Override
    String unknownAfter(String start) {
        return de(start) + " jusqu'à une date inconnue";
    }

    @Override
    String never(Span.Missing start, Span.Missing end) {
        return start == end
                ? start == Span.Missing.OPEN ? "à tout moment" : "à une date inconnue"
                : start == Span.Missing.OPEN
                        ? "à tout moment jusqu'à une date inconnue"
                        : "à tout moment depuis une date inconnue";
    }

    @Override
    String someTime(@Nullable String start, @Nullable String end) {
        if (start == null) {
            return end == null ? "à tout moment" : "à un moment jusqu'" + to(end);
        }
        return end == null
                ? "à un moment à partir " + de(start)
                : "à un moment " + de(start) + " " + to(end);
    }

    @Override
    String part(VagueParts part, String whole) {
        return switch (part) {
            case START -> "début " + whole;
            case MIDDLE -> "mi-" + whole;
            case END -> "fin " + whole;
        };
    }

    @Override
    String partOf(VagueParts part, String whole) {
        String of = ofYear(whole);
        return switch (part) {
            case START -> "le début" + of;
            case MIDDLE -> "le milieu" + of;
            case END -> "la fin" + of;
        };
    }

    @Override
    String yearNoun() {
        return "année";
    }

    @Override
    String monthNoun() {
        return "mois";
    }

    @Override
    String dayNoun() {
        return "jour";
    }

    @Override
    String remark(String noun, Marks marks) {
        boolean feminine = noun.equals(yearNoun());
        String uncertain = feminine ? "incertaine" : "incertain";
        String approximate = feminine ? "approximative" : "approximatif";
        return noun
                + " "
                + (marks.uncertain()
                        ? marks.approximate() ? uncertain + " et " + approximate : uncertain
                        : approximate);
    }
}
