package org.companytimeline.event.edtf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EdtfPropertiesTest {

    private static final String[] QUALIFIERS = {"", "", "", "?", "~", "%"};

    @Property(tries = 10_000)
    void what_is_read_is_given_back_as_it_was_written_and_reads_the_same_again(
            @ForAll("values") String text) {
        Edtf edtf = Edtf.parse(text);

        Edtf again = Edtf.parse(edtf.toString());

        assertThat(again).hasToString(text).isEqualTo(edtf);
        assertThat(again.earliest()).isEqualTo(edtf.earliest());
        assertThat(again.latest()).isEqualTo(edtf.latest());
        assertThat(again.days()).isPositive();
        assertThat(again.overlaps(edtf)).isTrue();
    }

    @Property(tries = 1_000)
    void unspecified_digits_mean_every_day_that_is_written_with_others_in_their_place(
            @ForAll("patterns") String pattern) {
        Optional<LocalDate> earliest = days(pattern).mapToObj(LocalDate::ofEpochDay).findFirst();
        Optional<LocalDate> latest =
                days(pattern).boxed().reduce((a, b) -> b).map(LocalDate::ofEpochDay);

        if (earliest.isEmpty()) {
            assertThatThrownBy(() -> Edtf.parse(pattern)).isInstanceOf(EdtfException.class);
        } else {
            Edtf edtf = Edtf.parse(pattern);

            assertThat(edtf.earliest()).isEqualTo(earliest);
            assertThat(edtf.latest()).isEqualTo(latest);
        }
    }

    @Property(tries = 10_000)
    void any_text_is_read_or_refused_and_nothing_else(@ForAll("nearlyDates") String text) {
        try {
            assertThat(Edtf.parse(text)).hasToString(text);
        } catch (EdtfException refusal) {
            assertThat(refusal).hasMessageContaining("is not accepted as a date: ");
        }
    }

    @Property(tries = 3_000)
    void overlapping_is_sharing_a_day(
            @ForAll("days") LocalDate a,
            @ForAll("days") LocalDate b,
            @ForAll("days") LocalDate c,
            @ForAll("days") LocalDate d) {
        Edtf one = Edtf.parse(interval(a, b));
        Edtf other = Edtf.parse(interval(c, d));

        boolean shareADay =
                one.earliest()
                        .orElseThrow()
                        .datesUntil(one.latest().orElseThrow().plusDays(1))
                        .anyMatch(day ->
                                !day.isBefore(other.earliest().orElseThrow())
                                        && !day.isAfter(other.latest().orElseThrow()));

        assertThat(one.overlaps(other)).isEqualTo(shareADay);
    }

    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> end = Arbitraries.oneOf(dates(2000, 2010), Arbitraries.of("", ".."));
        Arbitrary<String> later = Arbitraries.oneOf(dates(2011, 2020), Arbitraries.of("", ".."));
        Arbitrary<String> intervals = Combinators.combine(end, later).as((a, b) -> a + "/" + b);
        Arbitrary<String> member =
                Arbitraries.oneOf(
                        dates(-9999, 9999),
                        Combinators.combine(dates(2000, 2010), dates(2011, 2020))
                                .as((a, b) -> a + ".." + b));
        Arbitrary<String> sets =
                member.list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(members -> "[" + String.join(",", members) + "]");
        Arbitrary<String> parts =
                Combinators.combine(
                                Arbitraries.integers().between(1, 9999),
                                Arbitraries.integers().between(21, 41))
                        .as("%04d-%02d"::formatted);
        Arbitrary<String> unspecified =
                Combinators.combine(
                                Arbitraries.strings().withChars("0129X").ofLength(4),
                                Arbitraries.of("", "-1X", "-XX", "-0X-XX", "-XX-1X", "-33", "-41"),
                                Arbitraries.of(QUALIFIERS))
                        .as((year, rest, qualifier) -> year + rest + qualifier);
        return Arbitraries.oneOf(dates(-9999, 9999), intervals, sets, parts, unspecified);
    }

    /// Years, months and days with qualifiers before and after any part.
    private static Arbitrary<String> dates(int firstYear, int lastYear) {
        Arbitrary<LocalDate> day =
                Combinators.combine(
                                Arbitraries.integers().between(firstYear, lastYear),
                                Arbitraries.integers().between(1, 365))
                        .as(LocalDate::ofYearDay);
        return Combinators.combine(
                        day,
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(QUALIFIERS).list().ofSize(6))
                .as((date, parts, around) -> {
                    String year =
                            "%s%s%04d%s"
                                    .formatted(
                                            around.get(0),
                                            date.getYear() < 0 ? "-" : "",
                                            Math.abs(date.getYear()),
                                            around.get(1));
                    String month =
                            "-%s%02d%s"
                                    .formatted(around.get(2), date.getMonthValue(), around.get(3));
                    String dayOfMonth =
                            "-%s%02d%s"
                                    .formatted(around.get(4), date.getDayOfMonth(), around.get(5));
                    return year + (parts > 1 ? month : "") + (parts > 2 ? dayOfMonth : "");
                });
    }

    @Provide
    Arbitrary<String> patterns() {
        Arbitrary<String> sign = Arbitraries.of("", "", "-");
        Arbitrary<String> year =
                Arbitraries.strings().withChars("0129X").ofLength(2).map(last -> "20" + last);
        Arbitrary<String> month =
                Combinators.combine(Arbitraries.of('0', '1', 'X'), digit())
                        .as((a, b) -> "" + a + b);
        Arbitrary<String> day =
                Combinators.combine(Arbitraries.of('0', '1', '2', '3', 'X'), digit())
                        .as((a, b) -> "" + a + b);
        return Combinators.combine(sign, year, month, day)
                .as((s, y, m, d) -> s + y + "-" + m + "-" + d);
    }

    private static Arbitrary<Character> digit() {
        return Arbitraries.of('0', '1', '2', '8', '9', 'X');
    }

    @Provide
    Arbitrary<String> nearlyDates() {
        return Arbitraries.strings().withChars("0129X-?~%/.[],{}TYSE \u0660é").ofMaxLength(24);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(0, 60).map(LocalDate.of(2024, 2, 1)::plusDays);
    }

    private static String interval(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a + "/" + b : b + "/" + a;
    }

    /// Every day of a century around year 2000 (or -2000) whose text fits, found by trying them
    /// all.
    private static IntStream days(String pattern) {
        int century = pattern.startsWith("-") ? -2099 : 2000;
        Predicate<String> fits = Pattern.compile(pattern.replace("X", "[0-9]")).asMatchPredicate();
        return IntStream.range(
                        (int) LocalDate.of(century, 1, 1).toEpochDay(),
                        (int) LocalDate.of(century + 100, 1, 1).toEpochDay())
                .filter(day -> fits.test(LocalDate.ofEpochDay(day).toString()));
    }
}
