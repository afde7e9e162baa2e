package org.companytimeline.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.companytimeline.event.edtf.Edtf;

/// Dates made up for tests, and what each of their days says, day by day.
public final class Dates {

    private static final LocalDate LONG_AGO = LocalDate.of(2010, 1, 1);
    private static final LocalDate FAR_AHEAD = LocalDate.of(2036, 1, 1);

    private Dates() {}

    /// Any date between 2020 and 2029, some with an open end.
    public static String any(Random random) {
        String one = single(random);
        String other = single(random);
        return switch (random.nextInt(6)) {
            case 0 -> "../" + one;
            case 1 -> one + "/..";
            case 2 -> isInOrder(one, other) ? one + "/" + other : one;
            case 3 -> isInOrder(one, other) ? "[" + one + ".." + other + "]" : one + "~";
            default -> one;
        };
    }

    private static String single(Random random) {
        int year = 2020 + random.nextInt(10);
        int month = 1 + random.nextInt(12);
        return switch (random.nextInt(6)) {
            case 0 -> "%d".formatted(year);
            case 1 -> "%d-%02d".formatted(year, month);
            case 2 -> "%d-%d".formatted(year, 33 + random.nextInt(4));
            case 3 -> "202X";
            default -> "%d-%02d-%02d".formatted(year, month, 1 + random.nextInt(28));
        };
    }

    private static boolean isInOrder(String one, String other) {
        return Edtf.parse(one)
                .latest()
                .orElseThrow()
                .isBefore(Edtf.parse(other).earliest().orElseThrow());
    }

    /// Bounds for filters.
    public static Bounds bounds(Random random) {
        return new Bounds(bound(random), bound(random), bound(random), random.nextBoolean());
    }

    private static Optional<String> bound(Random random) {
        return random.nextBoolean() ? Optional.of(single(random)) : Optional.empty();
    }

    /// What is asked for.
    public record Bounds(
            Optional<String> from, Optional<String> to, Optional<String> asOf, boolean certain) {

        /// As query parameters.
        public String query() {
            return (certain ? "match=certain" : "match=possible")
                    + from.map(date -> "&from=" + date).orElse("")
                    + to.map(date -> "&to=" + date).orElse("")
                    + asOf.map(date -> "&asOf=" + date).orElse("");
        }

        /// Whether some day, or every day, that a date can mean lies within; an open end goes on
        /// beyond every bound.
        public boolean holds(String date) {
            Edtf edtf = Edtf.parse(date);
            LongStream days =
                    LongStream.rangeClosed(
                            edtf.earliest().orElse(LONG_AGO).toEpochDay(),
                            edtf.latest().orElse(FAR_AHEAD).toEpochDay());
            return certain ? days.allMatch(this::holds) : days.anyMatch(this::holds);
        }

        private boolean holds(long day) {
            return from.stream().allMatch(date -> day >= first(date))
                    && List.of(to, asOf).stream()
                            .flatMap(Optional::stream)
                            .allMatch(date -> day <= last(date));
        }

        private static long first(String date) {
            return Edtf.parse(date).earliest().orElseThrow().toEpochDay();
        }

        private static long last(String date) {
            return Edtf.parse(date).latest().orElseThrow().toEpochDay();
        }
    }
}
