package org.companytimeline.mapping.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.companytimeline.event.edtf.Edtf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    dd-MM-yyyy    | 05-01-2015        | 2015-01-05
                    M/d/yy        | 3/14/69           | 2069-03-14
                    M/d/yy        | 3/14/70           | 1970-03-14
                    yyyy-MM-dd    | 2015-12-04        | 2015-12-04
                    d MMMM yyyy   | 14 juillet 1789   | 1789-07-14
                    d MMMM yyyy   | 1er août 2014     | 2014-08-01
                    d MMM yyyy    | 2 févr. 2014      | 2014-02-02
                    MMM d, yyyy   | Sept 3rd, 2012    | 2012-09-03
                    MMMM yyyy     | DÉCEMBRE 2012     | 2012-12
                    MM/yyyy       | 02/2012           | 2012-02
                    yyyy          | 1902              | 1902
                    yyyy (*)      | 2013 (1888)       | 2013
                    timestamp     | 2012-11-29T23:00:00.000Z  | 2012-11-29
                    timestamp     | 1201-11-03 00:00:00       | 1201-11-03
                    timestamp     | 2005-03-22T08:00:00+01:00 | 2005-03-22
                    edtf          | 2014-11~/2014-12~ | 2014-11~/2014-12~
                    words         | début 2024        | 2024-01~/2024-02~
                    """)
    void a_date_is_read_as_fine_as_it_is_spelled(String pattern, String text, String edtf) {
        FileDate date = value(reader(pattern).read(text, null));

        assertThat(date.edtf()).hasToString(edtf);
        assertThat(date.text()).isEqualTo(text.equals(edtf) ? null : text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    dd-MM-yyyy | 31-02-2015
                    dd-MM-yyyy | 5-1-2015
                    dd-MM-yyyy | 05-13-2015
                    yyyy-MM-dd | 2015-02-29
                    d MMM yyyy | 1 Foo 2015
                    yyyy       | 15
                    edtf       | 201x-1
                    words      | whenever
                    timestamp  | 2015-02-30T00:00:00Z
                    """)
    void what_is_no_such_date_is_refused_and_never_bent(String pattern, String text) {
        Reading<FileDate> reading = reader(pattern).read(text, null);

        assertThat(reading).isInstanceOf(Reading.Unfit.class);
    }

    @Test
    void several_patterns_are_tried_in_turn() {
        DateReader reader = reader("yyyy-MM-dd", "dd/MM/yyyy");

        FileDate date = value(reader.read("31/12/2014", null));

        assertThat(date.edtf()).hasToString("2014-12-31");
    }

    @Test
    void a_first_of_january_can_mean_the_year_alone_and_says_so() {
        DateReader reader =
                new DateReader(
                        spellings("dd-MM-yyyy"),
                        true,
                        true,
                        false,
                        null,
                        DateReader.Outside.KEEP,
                        null,
                        null);

        FileDate year = value(reader.read("01-01-2007", null));
        FileDate month = value(reader.read("01-02-2007", null));

        assertThat(year.edtf()).hasToString("2007");
        assertThat(year.text()).isEqualTo("01-01-2007 (1 January read as the year alone)");
        assertThat(month.edtf()).hasToString("2007-02");
        assertThat(month.text()).isEqualTo("01-02-2007 (the first of a month read as the month)");
    }

    @Test
    void a_date_outside_of_the_limits_is_refused_or_kept_as_the_source_says_it() {
        Reading<FileDate> refused = limited(DateReader.Outside.REFUSE).read("3201-10-21", null);
        Reading<FileDate> kept = limited(DateReader.Outside.KEEP).read("3201-10-21", null);

        assertThat(((Reading.Unfit<FileDate>) refused).reason())
                .startsWith("lies outside of 1500/2015-12-04");
        assertThat(value(kept).edtf()).hasToString("3201-10-21");
    }

    @Test
    void what_holds_on_a_day_can_be_told_as_by_then() {
        DateReader reader =
                new DateReader(
                        spellings("timestamp"),
                        false,
                        false,
                        true,
                        null,
                        DateReader.Outside.KEEP,
                        null,
                        null);

        FileDate date = value(reader.read("2023-05-18T15:41:20.212Z", null));

        assertThat(date.edtf()).hasToString("../2023-05-18");
        assertThat(date.text()).isEqualTo("2023-05-18T15:41:20.212Z");
    }

    @Test
    void a_text_that_is_no_date_can_stand_beside_another_date() {
        DateReader reader =
                new DateReader(
                        spellings("yyyy"),
                        false,
                        false,
                        false,
                        null,
                        DateReader.Outside.KEEP,
                        null,
                        Edtf.parse("../2026-08-08"));

        FileDate date = value(reader.read("1881/1894 (1980)", null));

        assertThat(date.edtf()).hasToString("../2026-08-08");
        assertThat(date.text()).isEqualTo("1881/1894 (1980)");
    }

    @Test
    void words_are_read_with_the_date_on_which_they_were_written() {
        FileDate date = value(reader("words").read("last year", Edtf.parse("2025~")));

        assertThat(date.edtf()).hasToString("2024~");
        assertThat(date.rule()).isEqualTo("last-year@1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    dd-MM      | has no year
                    dd yyyy    | has a day and no month
                    d/M/yy     | has a year of two digits; give a pivot
                    dd-mm-yyyy | has the letters
                    dd-MM-yyyy-dd | says d twice
                    """)
    void a_pattern_that_means_no_date_is_refused(String pattern, String reason) {
        Reading<DatePattern> reading = DatePattern.of(pattern, null);

        assertThat(((Reading.Unfit<DatePattern>) reading).reason()).startsWith(reason);
    }

    private static DateReader limited(DateReader.Outside outside) {
        return new DateReader(
                spellings("yyyy-MM-dd"),
                false,
                false,
                false,
                Edtf.parse("1500/2015-12-04"),
                outside,
                null,
                null);
    }

    private static DateReader reader(String... patterns) {
        return new DateReader(
                spellings(patterns),
                false,
                false,
                false,
                null,
                DateReader.Outside.KEEP,
                null,
                null);
    }

    private static List<DateSpelling> spellings(String... patterns) {
        List<DateSpelling> spellings = new ArrayList<>();
        for (String pattern : patterns) {
            spellings.add(
                    switch (pattern) {
                        case "timestamp" -> DateSpelling.Timestamp.ISO;
                        case "edtf" -> DateSpelling.AsEdtf.EDTF;
                        case "words" -> DateSpelling.Words.WORDS;
                        default -> new DateSpelling.ByPattern(value(DatePattern.of(pattern, 1970)));
                    });
        }
        return spellings;
    }

    private static <T> T value(Reading<T> reading) {
        return switch (reading) {
            case Reading.Value<T> value -> value.value();
            case Reading.Unfit<T> unfit -> throw new AssertionError(unfit.reason());
        };
    }
}
