package org.companytimeline.event.words;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Months, days and seasons without a year, in the year that an anchor gives them.
final class Nearest {

    /// No more years lie between a 29 February and the next.
    private static final int LEAP_YEARS_APART = 8;

    private Nearest() {}

    /// The month nearest to the anchor: of two equally near ones the past one, of several that the
    /// anchor holds one of them.
    static Phrase month(Found found, int month) {
        return found.reckons(
                Kind.MONTH, moment -> nearest(moment, 1, year -> Point.ofMonth(year, month)));
    }

    /// The day nearest to the anchor, as a month is; null where no month has it.
    static @Nullable Phrase day(Found found, int month, int day) {
        if (day < 1 || day > Month.of(month).maxLength()) {
            return null;
        }
        MonthDay named = MonthDay.of(month, day);
        int around = named.equals(MonthDay.of(2, 29)) ? LEAP_YEARS_APART : 1;
        return found.reckons(
                Kind.OTHER_DATE,
                moment ->
                        nearest(
                                moment,
                                around,
                                year ->
                                        named.isValidYear(year)
                                                ? Point.ofDay(year, month, day)
                                                : null));
    }

    /// With a limit, one date that begins no later.
    ///
    /// @param around how many years before and after those of the anchor hold one for sure
    /// @param inYear gives null where the year has none
    private static Written nearest(Moment moment, int around, IntFunction<@Nullable Point> inYear) {
        Anchor anchor = moment.anchor();
        Limit limit = moment.limit();
        int lastYear = Math.min(anchor.last().getYear() + around, limit.last().getYear());
        int firstYear = Math.min(anchor.first().getYear(), lastYear) - around;
        List<Point> near = new ArrayList<>();
        for (int year = firstYear; year <= lastYear; year++) {
            Point point = inYear.apply(year);
            if (point != null && !point.first().isAfter(limit.last())) {
                near.add(point);
            }
        }
        long least = near.stream().mapToLong(anchor::daysTo).min().orElseThrow();
        List<Point> nearest = near.stream().filter(p -> anchor.daysTo(p) == least).toList();
        List<Point> taken =
                least > 0
                        ? nearest.subList(0, 1)
                        : limit.equals(Limit.NONE)
                                ? nearest
                                : List.of(nearestTo(limit.near(), nearest));
        return Choice.of(
                taken.stream()
                        .map(p -> p.markedInYear(anchor.marks(p.first(), p.last())))
                        .toList());
    }

    private static Point nearestTo(LocalDate day, List<Point> points) {
        return points.stream()
                .min(
                        Comparator.comparingLong(
                                point -> Math.abs(ChronoUnit.DAYS.between(point.first(), day))))
                .orElseThrow();
    }

    /// The month before the anchor's; where the anchor is a year, that of the year before.
    static Phrase lastMonth(Found found, int month) {
        return found.reckons(
                Kind.MONTH,
                moment -> {
                    int year = moment.day().getYear();
                    boolean past =
                            !moment.anchor().isYear() && month < moment.day().getMonthValue();
                    return Point.ofMonth(past ? year : year - 1, month)
                            .markedInYear(moment.marks());
                });
    }

    /// The month after the anchor's; where the anchor is a year, that of the year after.
    static Phrase nextMonth(Found found, int month) {
        return found.reckons(
                Kind.MONTH,
                moment -> {
                    int year = moment.day().getYear();
                    boolean toCome =
                            !moment.anchor().isYear() && month > moment.day().getMonthValue();
                    return Point.ofMonth(toCome ? year : year + 1, month)
                            .markedInYear(moment.marks());
                });
    }

    /// The season that began and ended last before the anchor; where the anchor is a year, that of
    /// the year before.
    ///
    /// @param season 1 for spring to 4 for winter
    static Phrase lastSeason(Found found, int season) {
        return found.reckons(
                Kind.OTHER_DATE,
                moment -> {
                    int year = moment.day().getYear();
                    Point same = Point.ofMonth(year, 20 + season);
                    Point before = Point.ofMonth(year - 1, 20 + season);
                    Point past =
                            !moment.anchor().isYear() && same.last().isBefore(moment.day())
                                    ? same
                                    : before.last().isBefore(moment.day())
                                                    || moment.anchor().isYear()
                                            ? before
                                            : Point.ofMonth(year - 2, 20 + season);
                    return past.markedInYear(moment.marks());
                });
    }
}
