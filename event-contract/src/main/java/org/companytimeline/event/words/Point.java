package org.companytimeline.event.words;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;

/// A year, a part of a year, a month or a day, with the marks on each of its parts.
///
/// @param year four digits, perhaps with a sign, any of them perhaps `X`
/// @param month two digits, from 21 on a season, quarter, third or half; null where there is none
/// @param day two digits; null where there is none
record Point(
        String year,
        @Nullable String month,
        @Nullable String day,
        Marks ofYear,
        Marks ofMonth,
        Marks ofDay)
        implements Written, Span.End {

    private static final String MARK = "([?~%]?)";
    private static final Pattern TEXT =
            Pattern.compile(
                    (MARK + "(-?[0-9X]{4})" + MARK)
                            + ("(?:-" + MARK + "([0-9X]{2})" + MARK)
                            + ("(?:-" + MARK + "([0-9X]{2})" + MARK + ")?)?"));

    static Point ofYear(int year) {
        return parts(yearText(year), null, null);
    }

    /// @param month 1 to 12, or 21 to 41 for a part of the year
    static Point ofMonth(int year, int month) {
        return parts(yearText(year), two(month), null);
    }

    static Point ofMonth(YearMonth month) {
        return ofMonth(month.getYear(), month.getMonthValue());
    }

    static Point ofDay(int year, int month, int day) {
        return parts(yearText(year), two(month), two(day));
    }

    static Point ofDay(LocalDate day) {
        return ofDay(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /// The date with this day in it, so fine.
    static Point of(LocalDate day, Fineness fineness) {
        return switch (fineness) {
            case DAY -> ofDay(day);
            case MONTH -> ofMonth(YearMonth.from(day));
            case YEAR -> ofYear(day.getYear());
        };
    }

    static Point parts(String year, @Nullable String month, @Nullable String day) {
        return new Point(year, month, day, Marks.NONE, Marks.NONE, Marks.NONE);
    }

    /// Reads a date of an EDTF value. A mark on the right of a part is on those before it too.
    static Point read(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("a date of an EDTF value is none: " + text);
        }
        String month = parts.group(5);
        String day = parts.group(8);
        Marks onDay = marks(parts, 9);
        Marks onMonth = marks(parts, 6).and(onDay);
        Marks onYear = marks(parts, 3).and(onMonth);
        return new Point(
                parts.group(2),
                month,
                day,
                marks(parts, 1).and(onYear),
                month == null ? Marks.NONE : marks(parts, 4).and(onMonth),
                day == null ? Marks.NONE : marks(parts, 7).and(onDay));
    }

    private static Marks marks(Matcher parts, int group) {
        return Marks.of(Objects.requireNonNullElse(parts.group(group), ""));
    }

    private static String yearText(int year) {
        String digits = Integer.toString(Math.abs(year));
        return (year < 0 ? "-" : "") + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /// The number in the place of the month, 0 where there is none or it holds an `X`.
    int monthNumber() {
        return month == null || month.indexOf('X') >= 0 ? 0 : Integer.parseInt(month);
    }

    boolean isPartOfYear() {
        return monthNumber() > 20;
    }

    boolean isSeason() {
        return isPartOfYear() && monthNumber() <= 32;
    }

    boolean hasUnknownDigits() {
        return year.indexOf('X') >= 0
                || (month != null && month.indexOf('X') >= 0)
                || (day != null && day.indexOf('X') >= 0);
    }

    Fineness fineness() {
        if (month == null || month.indexOf('X') >= 0) {
            return Fineness.YEAR;
        }
        return day == null || day.indexOf('X') >= 0 ? Fineness.MONTH : Fineness.DAY;
    }

    /// The first day it can mean.
    LocalDate first() {
        return isCalendarDate() && day == null
                ? LocalDate.of(Integer.parseInt(year), Math.max(1, monthNumber()), 1)
                : edtf().earliest().orElseThrow();
    }

    /// The last day it can mean.
    LocalDate last() {
        return isCalendarDate() && day == null
                ? YearMonth.of(Integer.parseInt(year), month == null ? 12 : monthNumber())
                        .atEndOfMonth()
                : edtf().latest().orElseThrow();
    }

    private boolean isCalendarDate() {
        return !hasUnknownDigits() && !isPartOfYear();
    }

    private Edtf edtf() {
        return Edtf.parse(unmarked().toString());
    }

    /// The date of the same kind right before it; before a season it is a month.
    Point previous() {
        return markedLike(besides(first().minusDays(1), -1));
    }

    /// The date of the same kind right after it; after a season it is a month.
    Point next() {
        return markedLike(besides(last().plusDays(1), 1));
    }

    private Point besides(LocalDate neighbour, int step) {
        if (!isPartOfYear() || isSeason()) {
            return of(neighbour, fineness());
        }
        int number = monthNumber();
        int lowest = number >= 40 ? 40 : number >= 37 ? 37 : 33;
        int count = number >= 40 ? 2 : number >= 37 ? 3 : 4;
        return ofMonth(neighbour.getYear(), lowest + Math.floorMod(number - lowest + step, count));
    }

    /// What can be the start of an interval: itself, or the first month of a season.
    Point start() {
        return isSeason() ? markedLike(ofMonth(YearMonth.from(first()))) : this;
    }

    /// What can be the end of an interval: itself, or the last month of a season.
    Point end() {
        return isSeason() ? markedLike(ofMonth(YearMonth.from(last()))) : this;
    }

    /// Another date with the marks of this one.
    private Point markedLike(Point other) {
        return new Point(other.year, other.month, other.day, ofYear, ofMonth, ofDay);
    }

    @Override
    public Point each(UnaryOperator<Point> change) {
        return change.apply(this);
    }

    @Override
    public Point marked(Marks more) {
        return new Point(
                year,
                month,
                day,
                ofYear.and(more),
                month == null ? Marks.NONE : ofMonth.and(more),
                day == null ? Marks.NONE : ofDay.and(more));
    }

    /// The same with the marks of another date of the same parts, beside its own.
    Point markedLikeAlso(Point other) {
        return new Point(
                year,
                month,
                day,
                ofYear.and(other.ofYear),
                ofMonth.and(other.ofMonth),
                ofDay.and(other.ofDay));
    }

    /// The same with more marks on the year alone.
    Point markedInYear(Marks more) {
        return new Point(year, month, day, ofYear.and(more), ofMonth, ofDay);
    }

    Point without(Marks marks) {
        return new Point(
                year,
                month,
                day,
                ofYear.without(marks),
                ofMonth.without(marks),
                ofDay.without(marks));
    }

    Point unmarked() {
        return parts(year, month, day);
    }

    /// All marks that stand on any part of it.
    Marks marks() {
        return ofYear.and(ofMonth).and(ofDay);
    }

    /// The marks that stand on every part of it.
    Marks marksOnAll() {
        Marks marks = month == null ? ofYear : ofYear.inCommonWith(ofMonth);
        return day == null ? marks : marks.inCommonWith(ofDay);
    }

    @Override
    public String toString() {
        Marks rightOfDay = day == null ? Marks.NONE : marksOnAll();
        Marks rightOfMonth =
                month == null ? Marks.NONE : ofYear.inCommonWith(ofMonth).without(rightOfDay);
        Marks onMonth = rightOfMonth.and(rightOfDay);
        return year
                + ofYear.without(onMonth)
                + (month == null ? "" : "-" + ofMonth.without(onMonth) + month + rightOfMonth)
                + (day == null ? "" : "-" + ofDay.without(rightOfDay) + day + rightOfDay);
    }
}
