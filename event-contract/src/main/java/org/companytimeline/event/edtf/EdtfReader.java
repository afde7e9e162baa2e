package org.companytimeline.event.edtf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads EDTF texts; every refusal is an [EdtfException].
final class EdtfReader {

    private static final String QUALIFIER = "[?~%]?";
    private static final Pattern DATE =
            Pattern.compile(
                    "Q(?<minus>-?)(?<year>[0-9X]{4})Q(-Q(?<month>[0-9X]{2})Q(-Q(?<day>[0-9X]{2})Q)?)?"
                            .replace("Q", QUALIFIER));

    private EdtfReader() {}

    static Value read(String text) {
        if (text.length() > Edtf.MAXIMUM_LENGTH) {
            throw new EdtfException(
                    text.substring(0, Edtf.MAXIMUM_LENGTH) + "…",
                    "it has more than " + Edtf.MAXIMUM_LENGTH + " characters");
        }
        if (text.startsWith("[") && text.endsWith("]")) {
            return oneOf(text);
        }
        return text.indexOf('/') >= 0 ? interval(text) : single(text);
    }

    private static Value interval(String text) {
        String[] ends = text.split("/", -1);
        if (ends.length != 2) {
            throw new EdtfException(text, Hint.MORE_THAN_ONE_SLASH);
        }
        Interval interval = new Interval(end(ends[0]), end(ends[1]));
        if (interval.endsBeforeItStarts()) {
            throw new EdtfException(text, Hint.ENDS_BEFORE_IT_STARTS);
        }
        return interval;
    }

    /// A date at one end of an interval; null where it is open or unknown.
    private static Value.@Nullable Single end(String text) {
        if (text.isEmpty() || text.equals("..")) {
            return null;
        }
        Value.Single date = single(text);
        if (date instanceof YearPart part && part.isSeason()) {
            throw new EdtfException(text, Hint.SEASON_IN_INTERVAL);
        }
        return date;
    }

    private static Value oneOf(String text) {
        List<Value> members = new ArrayList<>();
        for (String member : text.substring(1, text.length() - 1).split(",", -1)) {
            members.add(member(member.strip()));
        }
        return new OneOf(members);
    }

    /// A date among several, or a range `a..b`, `..b` or `a..` of them.
    private static Value member(String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            return single(text);
        }
        String first = text.substring(0, dots);
        String last = text.substring(dots + 2);
        if (first.isEmpty() && last.isEmpty()) {
            throw new EdtfException(text, Hint.RANGE_WITHOUT_A_DATE);
        }
        Interval range = new Interval(end(first), end(last));
        if (range.endsBeforeItStarts()) {
            throw new EdtfException(text, Hint.ENDS_BEFORE_IT_STARTS);
        }
        return range;
    }

    private static Value.Single single(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            throw new EdtfException(text, Hint.forShape(text));
        }
        Year year = new Year(!date.group("minus").isEmpty(), new Digits(date.group("year")));
        Digits month = digits(date.group("month"));
        Digits day = digits(date.group("day"));
        Qualifier qualifier = Qualifier.in(text);
        if (month != null && month.isExact() && month.lowest() > 20 && day == null) {
            return YearPart.of(year, month.lowest(), qualifier)
                    .orElseThrow(() -> new EdtfException(text, Hint.forCalendar(year, month)));
        }
        return CalendarDate.of(year, month, day, qualifier)
                .orElseThrow(() -> new EdtfException(text, Hint.forCalendar(year, month)));
    }

    private static @Nullable Digits digits(@Nullable String text) {
        return text == null ? null : new Digits(text);
    }
}
