package org.companytimeline.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An EDTF date in words: `2024-11~/2024-12~` is `about Nov 2024 – about Dec 2024`, `../2025~` is
/// `by about 2025`.
///
/// What has no words of its own is shown as the days it can mean, or as it was posted.
final class ReadableDate {
    private static final Pattern POINT =
            Pattern.compile(
                    "([?~%]?)(-?\\d{4})(?:-([?~%]?)(\\d{2}))?(?:-([?~%]?)(\\d{2}))?([?~%]?)");
    private static final String OPEN = "..";

    private ReadableDate() {}

    /// @param earliest the first day it can mean, empty if there is none
    /// @param latest the last day it can mean, empty if there is none
    static String of(String edtf, Optional<LocalDate> earliest, Optional<LocalDate> latest) {
        var slash = edtf.indexOf('/');
        var words =
                slash < 0
                        ? point(edtf)
                        : interval(edtf.substring(0, slash), edtf.substring(slash + 1));
        return words.or(() -> days(earliest, latest)).orElse(edtf);
    }

    private static Optional<String> interval(String from, String to) {
        if (isOpen(from)) {
            return point(to).map(end -> "by " + end);
        }
        if (isOpen(to)) {
            return point(from).map(start -> "from " + start);
        }
        return point(from).flatMap(start -> point(to).map(end -> start + " – " + end));
    }

    private static boolean isOpen(String end) {
        return end.equals(OPEN) || end.isEmpty();
    }

    private static Optional<String> point(String text) {
        var match = POINT.matcher(text);
        return match.matches()
                ? period(match).map(period -> qualifier(match) + period)
                : Optional.empty();
    }

    private static Optional<String> period(Matcher match) {
        var year = match.group(2);
        var month = match.group(4);
        var day = match.group(6);
        if (month == null) {
            return Optional.of(year);
        }
        var number = Integer.parseInt(month);
        if (day != null) {
            return number >= 1 && number <= 12
                    ? Optional.of(
                            "%d %s %s".formatted(Integer.parseInt(day), monthName(number), year))
                    : Optional.empty();
        }
        return switch (number) {
            case 21 -> Optional.of("spring " + year);
            case 22 -> Optional.of("summer " + year);
            case 23 -> Optional.of("autumn " + year);
            case 24 -> Optional.of("winter " + year);
            case 33, 34, 35, 36 -> Optional.of("Q%d %s".formatted(number - 32, year));
            case 40 -> Optional.of("first half of " + year);
            case 41 -> Optional.of("second half of " + year);
            default ->
                    number >= 1 && number <= 12
                            ? Optional.of("%s %s".formatted(monthName(number), year))
                            : Optional.empty();
        };
    }

    private static String qualifier(Matcher match) {
        var marks = new StringBuilder();
        for (var group : new int[] {1, 3, 5, 7}) {
            var mark = match.group(group);
            marks.append(mark == null ? "" : mark);
        }
        var isUncertain = marks.indexOf("?") >= 0 || marks.indexOf("%") >= 0;
        var isApproximate = marks.indexOf("~") >= 0 || marks.indexOf("%") >= 0;
        return (isUncertain ? "perhaps " : "") + (isApproximate ? "about " : "");
    }

    private static Optional<String> days(Optional<LocalDate> earliest, Optional<LocalDate> latest) {
        if (earliest.isPresent() && latest.isPresent()) {
            return earliest.equals(latest)
                    ? earliest.map(ReadableDate::day)
                    : Optional.of(
                            "between %s and %s".formatted(day(earliest.get()), day(latest.get())));
        }
        return latest.map(end -> "by " + day(end))
                .or(() -> earliest.map(start -> "from " + day(start)));
    }

    private static String day(LocalDate date) {
        return "%d %s %d"
                .formatted(date.getDayOfMonth(), monthName(date.getMonthValue()), date.getYear());
    }

    private static String monthName(int month) throws DateTimeException {
        return Month.of(month).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
