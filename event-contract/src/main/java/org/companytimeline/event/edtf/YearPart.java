package org.companytimeline.event.edtf;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// A season, quarter, third or half of a year, as ISO 8601-2 numbers them from 21 to 41.
record YearPart(LocalDate earliest, LocalDate latest, boolean isSeason, Qualifier qualifier)
        implements Value.Single {

    /// The part with this number of this year, any digit of which may be unspecified; null where
    /// there is no such part or no such year.
    static @Nullable YearPart of(Year year, int number, Qualifier qualifier) {
        int months = months(number);
        if (months == 0 || year.isNone()) {
            return null;
        }
        int latestYear = year.canBe(year.latest()) ? year.latest() : year.latest() - 1;
        int before = monthsBefore(number);
        return new YearPart(
                YearMonth.of(year.earliest(), 1).plusMonths(before).atDay(1),
                YearMonth.of(latestYear, 1).plusMonths(before + months - 1).atEndOfMonth(),
                number <= 32,
                qualifier);
    }

    /// How many months the part has; 0 where there is none with this number.
    private static int months(int number) {
        return switch (number) {
            case 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36 -> 3;
            case 37, 38, 39 -> 4;
            case 40, 41 -> 6;
            default -> 0;
        };
    }

    /// How many months of the year lie before it.
    private static int monthsBefore(int number) {
        return switch (number) {
            case 21, 25, 31 -> 2;
            case 22, 26, 32 -> 5;
            case 23, 27, 29 -> 8;
            case 24, 28, 30 -> 11;
            case 33, 34, 35, 36 -> 3 * (number - 33);
            case 37, 38, 39 -> 4 * (number - 37);
            case 40, 41 -> 6 * (number - 40);
            default -> throw new IllegalArgumentException("no part of a year: " + number);
        };
    }
}
