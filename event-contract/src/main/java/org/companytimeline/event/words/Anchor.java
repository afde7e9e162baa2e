package org.companytimeline.event.words;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.companytimeline.event.edtf.Edtf;

/// The days on which a text can have been written, one after the other.
///
/// @param said the date as it was given
/// @param first the first of the days
/// @param last the last of them
record Anchor(Written said, LocalDate first, LocalDate last) {

    /// Stands where no anchor is needed.
    static final Anchor NONE =
            new Anchor(Point.ofYear(0), LocalDate.of(0, 1, 1), LocalDate.of(0, 1, 1));

    /// @param edtf with an earliest and a latest day
    static Anchor of(Edtf edtf) {
        return new Anchor(
                Written.of(edtf), edtf.earliest().orElseThrow(), edtf.latest().orElseThrow());
    }

    /// Whether it is a year, or years, with no month or day.
    boolean isYear() {
        return fineness() == Fineness.YEAR;
    }

    /// As coarse as the coarsest date in it.
    Fineness fineness() {
        return fineness(said);
    }

    private static Fineness fineness(Written written) {
        return switch (written) {
            case Point point -> point.fineness();
            case Span span -> fineness(span.start()).orCoarser(fineness(span.end()));
            case Choice choice ->
                    choice.members().stream()
                            .map(Anchor::fineness)
                            .reduce(Fineness.DAY, Fineness::orCoarser);
        };
    }

    private static Fineness fineness(Span.End end) {
        return end instanceof Point point ? point.fineness() : Fineness.DAY;
    }

    /// The marks of the date that holds days from one to another: of the end of an interval that
    /// alone does, else of all of it.
    Marks marks(LocalDate from, LocalDate to) {
        if (said instanceof Span(Point start, Point end)) {
            boolean inStart = meets(start, from, to);
            if (inStart != meets(end, from, to)) {
                return inStart ? start.marks() : end.marks();
            }
        }
        return marks(said);
    }

    private static boolean meets(Point point, LocalDate from, LocalDate to) {
        return !to.isBefore(point.first()) && !from.isAfter(point.last());
    }

    private static Marks marks(Written written) {
        return switch (written) {
            case Point point -> point.marks();
            case Span span -> marks(span.start()).and(marks(span.end()));
            case Choice choice ->
                    choice.members().stream().map(Anchor::marks).reduce(Marks.NONE, Marks::and);
        };
    }

    private static Marks marks(Span.End end) {
        return end instanceof Point point ? point.marks() : Marks.NONE;
    }

    /// How many days lie between a period and the anchor, 0 where they share one.
    long daysTo(Point period) {
        return Math.max(
                0,
                Math.max(
                        ChronoUnit.DAYS.between(period.last(), first),
                        ChronoUnit.DAYS.between(last, period.first())));
    }
}
