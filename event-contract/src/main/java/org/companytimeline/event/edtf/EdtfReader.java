package org.companytimeline.event.edtf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads EDTF texts; every refusal is an [EdtfException].
final class EdtfReader {

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
        WrittenDate date = WrittenDate.of(text);
        if (date == null) {
            throw new EdtfException(text, Hint.forShape(text));
        }
        int partOfYear = date.partOfYear();
        Value.Single value =
                partOfYear > 0
                        ? YearPart.of(date.year(), partOfYear, date.qualifier())
                        : CalendarDate.of(date.year(), date.month(), date.day(), date.qualifier());
        if (value == null) {
            throw new EdtfException(text, Hint.forCalendar(date));
        }
        return value;
    }
}
