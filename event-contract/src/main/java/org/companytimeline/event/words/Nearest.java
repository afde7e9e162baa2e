package org.companytimeline.event.words;

import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
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
                Kind.MONTH,
                moment -> nearest(moment.anchor(), 1, year -> Point.ofMonth(year, month)));
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
                                moment.anchor(),
                                around,
                                year ->
                                        named.isValidYear(year)
                                                ? Point.ofDay(year, month, day)
                                                : null));
    }

    /// @param around how many years before and after those of the anchor hold one for sure
    /// @param inYear gives null where the year has none
    private static Written nearest(Anchor anchor, int around, IntFunction<@Nullable Point> inYear) {
        List<Point> near = new ArrayList<>();
        for (int year = anchor.first().getYear() - around;
                year <= anchor.last().getYear() + around;
                year++) {
            Point point = inYear.apply(year);
            if (point != null) {
                near.add(point);
            }
        }
        long least = near.stream().mapToLong(anchor::daysTo).min().orElseThrow();
        List<Point> nearest = near.stream().filter(p -> anchor.daysTo(p) == least).toList();
        List<Point> taken = least == 0 ? nearest : nearest.subList(0, 1);
        return Choice.of(
                taken.stream()
                        .map(p -> p.markedInYear(anchor.marks(p.first(), p.last())))
                        .toList());
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
