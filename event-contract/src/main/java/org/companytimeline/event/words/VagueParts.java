package org.companytimeline.event.words;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// The beginning, the middle and the end of a year or a month, which are approximate.
enum VagueParts {
    START(1, 2, 1, 10),
    MIDDLE(6, 7, 11, 20),
    END(11, 12, 21, 31);

    private final int firstMonth;
    private final int lastMonth;
    private final int firstDay;
    private final int lastDay;

    VagueParts(int firstMonth, int lastMonth, int firstDay, int lastDay) {
        this.firstMonth = firstMonth;
        this.lastMonth = lastMonth;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /// This part of a year or month, or of each of several.
    Written of(Written date) {
        return switch (date) {
            case Point point -> ofOne(point);
            case Choice choice -> Choice.of(choice.members().stream().map(this::of).toList());
            case Span span -> throw new IllegalStateException("no year and no month: " + span);
        };
    }

    private Span ofOne(Point whole) {
        return new Span(first(whole), last(whole)).each(point -> point.marked(Marks.APPROXIMATE));
    }

    private Point first(Point whole) {
        return whole.month() == null
                ? within(whole, firstMonth, null)
                : within(whole, whole.monthNumber(), firstDay);
    }

    private Point last(Point whole) {
        return whole.month() == null
                ? within(whole, lastMonth, null)
                : within(
                        whole,
                        whole.monthNumber(),
                        Math.min(lastDay, YearMonth.from(whole.first()).lengthOfMonth()));
    }

    private static Point within(Point whole, int month, @Nullable Integer day) {
        Point finer =
                day == null
                        ? Point.parts(whole.year(), two(month), null)
                        : Point.parts(whole.year(), two(month), two(day));
        return new Point(
                finer.year(),
                finer.month(),
                finer.day(),
                whole.ofYear(),
                whole.ofMonth(),
                Marks.NONE);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /// The year or month of which an interval is this part, but for the marks that are on every
    /// part of both its ends; null where it is none.
    @Nullable Point whole(Span span) {
        if (!(span instanceof Span(Point start, Point end))
                || !start.marksOnAll().approximate()
                || start.hasUnknownDigits()
                || start.isPartOfYear()
                || start.month() == null) {
            return null;
        }
        Point bare = start.without(start.marksOnAll());
        Point whole =
                bare.day() == null
                        ? Point.parts(bare.year(), null, null).markedInYear(bare.ofYear())
                        : new Point(
                                bare.year(),
                                bare.month(),
                                null,
                                bare.ofYear(),
                                bare.ofMonth(),
                                Marks.NONE);
        return ofOne(whole).marked(start.marksOnAll()).equals(span) ? whole : null;
    }
}
