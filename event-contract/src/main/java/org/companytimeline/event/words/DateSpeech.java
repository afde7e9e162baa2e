package org.companytimeline.event.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How one language tells dates.
///
/// `plain` words are those of a date without its marks.
abstract class DateSpeech {

    final String words(Written written) {
        return switch (written) {
            case Point point -> words(point);
            case Span span -> words(span);
            case Choice choice -> words(choice);
        };
    }

    final String words(Point point) {
        Marks onAll = point.marksOnAll();
        Point rest = point.without(onAll);
        if (rest.marks().equals(Marks.NONE)) {
            return marked(onAll, !onAll.equals(Marks.NONE) ? inSentence(rest) : plain(rest));
        }
        boolean onYearAlone =
                rest.ofMonth().equals(Marks.NONE)
                        && rest.ofDay().equals(Marks.NONE)
                        && !point.hasUnknownDigits()
                        && point.monthNumber() <= 24;
        return onYearAlone
                ? marked(onAll, withoutYear(rest) + ofYear(yearWithMarks(rest)))
                : plain(point.unmarked()) + " (" + remarks(point) + ")";
    }

    private String yearWithMarks(Point point) {
        return marked(point.ofYear(), year(point.year()));
    }

    private String words(Span span) {
        for (VagueParts part : VagueParts.values()) {
            Point whole = part.whole(span);
            if (whole != null) {
                return vague(part, whole, ((Point) span.start()).marksOnAll());
            }
        }
        return switch (span) {
            case Span(Point start, Point end) -> between(asEnd(start), asEnd(end));
            case Span(Span.Missing start, Point end) ->
                    start == Span.Missing.OPEN ? by(end) : unknownUntil(asEnd(end));
            case Span(Point start, Span.Missing end) ->
                    end == Span.Missing.OPEN ? since(asEnd(start)) : unknownAfter(asEnd(start));
            case Span(Span.Missing start, Span.Missing end) -> never(start, end);
        };
    }

    /// @param marks on every part of both ends
    private String vague(VagueParts part, Point whole, Marks marks) {
        boolean brief = whole.marks().equals(Marks.NONE) && hasFourDigits(whole.year());
        return marked(marks, brief ? part(part, plain(whole)) : partOf(part, words(whole)));
    }

    private String words(Choice choice) {
        List<String> members = new ArrayList<>();
        boolean alone = choice.members().size() == 1;
        for (Written member : choice.members()) {
            members.add(
                    member instanceof Span range && (alone || !isVague(range))
                            ? someTime(range)
                            : words(member));
        }
        return members.stream().collect(Collectors.joining(or()));
    }

    private static boolean isVague(Span range) {
        for (VagueParts part : VagueParts.values()) {
            if (part.whole(range) != null) {
                return true;
            }
        }
        return false;
    }

    private String someTime(Span range) {
        return someTime(
                range.start() instanceof Point start ? asEnd(start) : null,
                range.end() instanceof Point end ? asEnd(end) : null);
    }

    /// A date at the end of an interval.
    final String asEnd(Point point) {
        return point.marks().equals(Marks.NONE) ? inSentence(point) : words(point);
    }

    private String remarks(Point point) {
        List<String> remarks = new ArrayList<>();
        remark(remarks, yearNoun(), point.ofYear());
        remark(remarks, monthNoun(), point.ofMonth());
        remark(remarks, dayNoun(), point.ofDay());
        return String.join(", ", remarks);
    }

    private void remark(List<String> remarks, String noun, Marks marks) {
        if (!marks.equals(Marks.NONE)) {
            remarks.add(remark(noun, marks));
        }
    }

    private String marked(Marks marks, String words) {
        String approximate = marks.approximate() ? around() + words : words;
        return marks.uncertain() ? perhaps() + approximate : approximate;
    }

    /// A date without its marks, on its own.
    final String plain(Point point) {
        if (point.hasUnknownDigits()) {
            return unknownDigits(point);
        }
        if (point.month() == null) {
            return year(point.year());
        }
        if (point.isPartOfYear()) {
            return withoutYear(point) + yearAfterPart(point);
        }
        return withoutYear(point) + yearAfter(point.year());
    }

    private String unknownDigits(Point point) {
        String year = point.year();
        boolean known = year.indexOf('X') < 0;
        String month = point.month();
        String day = point.day();
        if (month == null && year.matches("[1-9][0-9]{2}X")) {
            return decade(year.substring(0, 3) + "0");
        }
        if (month == null && year.matches("[1-9][0-9]XX")) {
            return century(year.substring(0, 2) + "00", year.substring(0, 2) + "99");
        }
        if (month == null && year.equals("XXXX")) {
            return unknownYear();
        }
        if (known && "XX".equals(month) && day == null) {
            return unknownMonthOf(year(year));
        }
        if (known && "XX".equals(month) && "XX".equals(day)) {
            return unknownDayOf(year(year));
        }
        if (known && month != null && month.indexOf('X') < 0 && "XX".equals(day)) {
            return unknownDayOf(plain(Point.parts(year, month, null)));
        }
        return ofForm(point.toString());
    }

    static boolean hasFourDigits(String year) {
        return year.matches("[1-9][0-9]{3}");
    }

    /// Years from 1000 on as they are, others with their era.
    final String year(String year) {
        int number = Integer.parseInt(year);
        return number > 0 ? number >= 1000 ? year : yearNumbered(number) : beforeChrist(1 - number);
    }

    private String yearAfter(String year) {
        return Integer.parseInt(year) > 0 && !hasFourDigits(year)
                ? ofYear(year(year))
                : " " + year(year);
    }

    /// The year after a season, quarter, third or half.
    abstract String yearAfterPart(Point point);

    /// A month, a day or a part of a year, but for its year.
    abstract String withoutYear(Point point);

    /// ` of ` and a year.
    abstract String ofYear(String year);

    abstract String yearNumbered(int number);

    abstract String beforeChrist(int year);

    abstract String decade(String first);

    abstract String century(String first, String last);

    abstract String unknownYear();

    abstract String unknownMonthOf(String year);

    abstract String unknownDayOf(String month);

    abstract String ofForm(String text);

    /// A date without marks, after other words.
    abstract String inSentence(Point point);

    abstract String around();

    abstract String perhaps();

    abstract String or();

    abstract String between(String start, String end);

    abstract String by(Point end);

    abstract String since(String start);

    abstract String unknownUntil(String end);

    abstract String unknownAfter(String start);

    abstract String never(Span.Missing start, Span.Missing end);

    abstract String someTime(@Nullable String start, @Nullable String end);

    /// A part of a year from 1000 on, or of a month in one.
    abstract String part(VagueParts part, String whole);

    /// A part of a year or a month in more words.
    abstract String partOf(VagueParts part, String whole);

    abstract String yearNoun();

    abstract String monthNoun();

    abstract String dayNoun();

    abstract String remark(String noun, Marks marks);
}
