package org.companytimeline.event.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Dates in English.
final class EnglishDates extends DateSpeech {

    private static final List<String> MONTHS =
            List.of(
                    "January",
                    "February",
                    "March",
                    "April",
                    "May",
                    "June",
                    "July",
                    "August",
                    "September",
                    "October",
                    "November",
                    "December");
    private static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");
    private static final List<String> ORDINALS = List.of("first", "second", "third");

    @Override
    String withoutYear(Point point) {
        int number = point.monthNumber();
        if (number <= 12) {
            String month = MONTHS.get(number - 1);
            return point.day() == null ? month : Integer.parseInt(point.day()) + " " + month;
        }
        return number <= 24
                ? SEASONS.get(number - 21)
                : number <= 28
                        ? "northern " + SEASONS.get(number - 25)
                        : number <= 32
                                ? "southern " + SEASONS.get(number - 29)
                                : number <= 36
                                        ? "Q" + (number - 32)
                                        : number <= 39
                                                ? ORDINALS.get(number - 37) + " third"
                                                : ORDINALS.get(number - 40) + " half";
    }

    @Override
    String yearAfterPart(Point point) {
        boolean brief = hasFourDigits(point.year()) && point.monthNumber() <= 36;
        return brief ? " " + point.year() : ofYear(year(point.year()));
    }

    @Override
    String ofYear(String year) {
        return " of " + year;
    }

    @Override
    String yearNumbered(int number) {
        return "the year " + number;
    }

    @Override
    String beforeChrist(int year) {
        return year + " BC";
    }

    @Override
    String decade(String first) {
        return "the " + first + "s";
    }

    @Override
    String century(String first, String last) {
        return "a year from " + first + " to " + last;
    }

    @Override
    String unknownYear() {
        return "an unknown year";
    }

    @Override
    String unknownMonthOf(String year) {
        return "an unknown month of " + year;
    }

    @Override
    String unknownDayOf(String month) {
        return "an unknown day of " + month;
    }

    @Override
    String ofForm(String text) {
        return "a date like " + text + ", X for any digit";
    }

    @Override
    String inSentence(Point point) {
        return plain(point);
    }

    @Override
    String around() {
        return "around ";
    }

    @Override
    String perhaps() {
        return "perhaps ";
    }

    @Override
    String or() {
        return " or ";
    }

    @Override
    String between(String start, String end) {
        return "between " + start + " and " + end;
    }

    @Override
    String by(Point end) {
        return "by " + asEnd(end);
    }

    @Override
    String since(String start) {
        return "since " + start;
    }

    @Override
    String unknownUntil(String end) {
        return "from an unknown date until " + end;
    }

    @Override
    String unknownAfter(String start) {
        return "from " + start + " until an unknown date";
    }

    @Override
    String never(Span.Missing start, Span.Missing end) {
        return start == end
                ? start == Span.Missing.OPEN ? "at any time" : "at an unknown time"
                : start == Span.Missing.OPEN
                        ? "at any time until an unknown date"
                        : "at any time from an unknown date on";
    }

    @Override
    String someTime(@Nullable String start, @Nullable String end) {
        return start == null
                ? "some time up to " + end
                : end == null
                        ? "some time from " + start + " on"
                        : "some time from " + start + " to " + end;
    }

    @Override
    String part(VagueParts part, String whole) {
        return switch (part) {
            case START -> "early " + whole;
            case MIDDLE -> "mid-" + whole;
            case END -> "late " + whole;
        };
    }

    @Override
    String partOf(VagueParts part, String whole) {
        return switch (part) {
            case START -> "the beginning of " + whole;
            case MIDDLE -> "the middle of " + whole;
            case END -> "the end of " + whole;
        };
    }

    @Override
    String yearNoun() {
        return "year";
    }

    @Override
    String monthNoun() {
        return "month";
    }

    @Override
    String dayNoun() {
        return "day";
    }

    @Override
    String remark(String noun, Marks marks) {
        return noun
                + " "
                + (marks.uncertain()
                        ? marks.approximate() ? "uncertain and approximate" : "uncertain"
                        : "approximate");
    }
}
