package org.companytimeline.event.edtf;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// A year, a month or a day, any digit of which may be unspecified.
record CalendarDate(LocalDate earliest, LocalDate latest, Qualifier qualifier)
        implements Value.Single {

    /// The date that is written with these digits; null where the calendar has no such day.
    static @Nullable CalendarDate of(
            Year year, @Nullable Digits month, @Nullable Digits day, Qualifier qualifier) {
        Digits months = month == null ? Digits.ANY_TWO : month;
        Digits days = day == null ? Digits.ANY_TWO : day;
        LocalDate earliest = earliest(year, months, days);
        LocalDate latest = latest(year, months, days);
        return earliest == null || latest == null
                ? null
                : new CalendarDate(earliest, latest, qualifier);
    }

    private static @Nullable LocalDate earliest(Year years, Digits months, Digits days) {
        for (int year = years.earliest(); year <= years.latest(); year++) {
            for (int month = 1; month <= 12 && years.canBe(year); month++) {
                int length = months.canBe(month) ? YearMonth.of(year, month).lengthOfMonth() : 0;
                for (int day = 1; day <= length; day++) {
                    if (days.canBe(day)) {
                        return LocalDate.of(year, month, day);
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable LocalDate latest(Year years, Digits months, Digits days) {
        for (int year = years.latest(); year >= years.earliest(); year--) {
            for (int month = 12; month >= 1 && years.canBe(year); month--) {
                int length = months.canBe(month) ? YearMonth.of(year, month).lengthOfMonth() : 0;
                for (int day = length; day >= 1; day--) {
                    if (days.canBe(day)) {
                        return LocalDate.of(year, month, day);
                    }
                }
            }
        }
        return null;
    }
}
