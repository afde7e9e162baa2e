package org.companytimeline.event.edtf;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A year, a month or a day, any digit of which may be unspecified.
record CalendarDate(LocalDate earliest, LocalDate latest, Qualifier qualifier)
        implements Value.Single {

    private static final Digits ANY = new Digits("XX");

    /// The date that is written with these digits; empty where the calendar has no such day.
    static Optional<CalendarDate> of(
            Year year, @Nullable Digits month, @Nullable Digits day, Qualifier qualifier) {
        Digits months = month == null ? ANY : month;
        Digits days = day == null ? ANY : day;
        return firstDay(year.ascending(), months, days, Digits::ascending)
                .flatMap(earliest ->
                        firstDay(year.descending(), months, days, Digits::descending)
                                .map(latest -> new CalendarDate(earliest, latest, qualifier)));
    }

    private static Optional<LocalDate> firstDay(
            IntStream years, Digits months, Digits days, Function<Digits, IntStream> inOrder) {
        return years.boxed()
                .flatMap(year ->
                        inOrder.apply(months)
                                .filter(month -> 1 <= month && month <= 12)
                                .mapToObj(month -> YearMonth.of(year, month)))
                .flatMap(month ->
                        inOrder.apply(days).filter(month::isValidDay).mapToObj(month::atDay))
                .findFirst();
    }
}
