package org.companytimeline.event.edtf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdtfTest {

    @ParameterizedTest(name = "{0} means {1} to {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "open",
            textBlock =
                    """
                    2024                    | 2024-01-01 | 2024-12-31
                    2024-02                 | 2024-02-01 | 2024-02-29
                    2024-05-17              | 2024-05-17 | 2024-05-17
                    0000                    | 0000-01-01 | 0000-12-31
                    -9999                   | -9999-01-01 | -9999-12-31
                    2024~                   | 2024-01-01 | 2024-12-31
                    2024-?05-17             | 2024-05-17 | 2024-05-17
                    20XX                    | 2000-01-01 | 2099-12-31
                    -19XX                   | -1999-01-01 | -1900-12-31
                    -XXXX                   | -9999-01-01 | -0001-12-31
                    2024-0X                 | 2024-01-01 | 2024-09-30
                    2023-02-XX              | 2023-02-01 | 2023-02-28
                    2024-XX-31              | 2024-01-31 | 2024-12-31
                    XXXX-02-29              | 0000-02-29 | 9996-02-29
                    2024-21                 | 2024-03-01 | 2024-05-31
                    2024-22~                | 2024-06-01 | 2024-08-31
                    2024-23                 | 2024-09-01 | 2024-11-30
                    2024-24                 | 2024-12-01 | 2025-02-28
                    2024-25                 | 2024-03-01 | 2024-05-31
                    2024-29                 | 2024-09-01 | 2024-11-30
                    2023-30                 | 2023-12-01 | 2024-02-29
                    2024-31                 | 2024-03-01 | 2024-05-31
                    2024-32                 | 2024-06-01 | 2024-08-31
                    2024-33                 | 2024-01-01 | 2024-03-31
                    2024-34                 | 2024-04-01 | 2024-06-30
                    2024-35                 | 2024-07-01 | 2024-09-30
                    2024-36                 | 2024-10-01 | 2024-12-31
                    2024-37                 | 2024-01-01 | 2024-04-30
                    2024-39                 | 2024-09-01 | 2024-12-31
                    2024-40                 | 2024-01-01 | 2024-06-30
                    2024-41                 | 2024-07-01 | 2024-12-31
                    202X-33                 | 2020-01-01 | 2029-03-31
                    2024-11~/2024-12~       | 2024-11-01 | 2024-12-31
                    2024-33/2024-35         | 2024-01-01 | 2024-09-30
                    2024-12-31/2024         | 2024-12-31 | 2024-12-31
                    202X/2024-05            | 2020-01-01 | 2024-05-31
                    ../2026~                | open       | 2026-12-31
                    2025~/..                | 2025-01-01 | open
                    /2024                   | open       | 2024-12-31
                    2024/                   | 2024-01-01 | open
                    /                       | open       | open
                    ../..                   | open       | open
                    [2024]                  | 2024-01-01 | 2024-12-31
                    [2024-12, 2023-02]      | 2023-02-01 | 2024-12-31
                    [2021..2022,2024~]      | 2021-01-01 | 2024-12-31
                    [..2021,2024]           | open       | 2024-12-31
                    [2021,2024-05..]        | 2021-01-01 | open
                    """)
    void a_value_means_the_days_from_its_earliest_to_its_latest(
            String text, LocalDate earliest, LocalDate latest) {
        Edtf edtf = Edtf.parse(text);

        var days = List.of(edtf.earliest(), edtf.latest());

        assertThat(days)
                .containsExactly(Optional.ofNullable(earliest), Optional.ofNullable(latest));
        assertThat(edtf).hasToString(text);
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    199                     | 199X
                    19                      | 19XX
                    -19                     | 19XX
                    197~                    | 199X
                    Y170002                 | from -9999 to 9999
                    12345                   | from -9999 to 9999
                    Y17E7                   | from -9999 to 9999
                    1950S2                  | 195X
                    {2023,2024}             | [2023,2024]
                    [2023                   | ends with ]
                    [2023}                  | ends with ]
                    2024-05-17T10:00:00Z    | leave out the time of day
                    2024-05-17 10:00        | leave out the time of day
                    2024-06/2024-05         | ends before it starts
                    2024-06/2023            | ends before it starts
                    2024-06~/2024-05~       | ends before it starts
                    [2024..2023]            | ends before it starts
                    2012-21/2012-22         | a season cannot be an end
                    2012-21/2013            | a season cannot be an end
                    2023-02-30              | no such day
                    156X-09-31              | no such day
                    2023-XX-32              | no such day
                    XXX1-02-29              | no such day
                    2024-13                 | from 01 to 12
                    2024-00                 | from 01 to 12
                    2024-2X                 | from 01 to 12
                    2024-21-05              | from 01 to 12
                    2024-42                 | from 01 to 12
                    -0000                   | no year -0000
                    -0000-33                | no year -0000
                    2024/05/17              | with hyphens
                    20240517                | with hyphens
                    2024-5                  | two digits
                    2024-5-17               | two digits
                    2024-05-7               | two digits
                    2024-Q1                 | 2024-33
                    2024-H1                 | 2024-40
                    2024-05..               | 2024-05/..
                    [..]                    | at least one side
                    [2023,]                 | write a year
                    []                      | write a year
                    last year               | write a year
                    2024-xx                 | write a year
                    ''                      | write a year
                    """)
    void what_is_not_accepted_is_refused_with_a_hint_at_what_would_be(String text, String hint) {
        assertThatThrownBy(() -> Edtf.parse(text))
                .isInstanceOf(EdtfException.class)
                .hasMessageContaining(hint);
    }

    @Test
    void a_text_of_100_characters_is_the_longest_that_is_read() {
        String longest = "[" + "2024,".repeat(18) + "    2024" + "]";
        String tooLong = longest.replace("]", " ]");

        Edtf accepted = Edtf.parse(longest);

        assertThat(accepted.toString()).hasSize(Edtf.MAXIMUM_LENGTH);
        assertThatThrownBy(() -> Edtf.parse(tooLong))
                .isInstanceOf(EdtfException.class)
                .hasMessageContaining("more than 100 characters");
    }

    @ParameterizedTest(name = "{0}: uncertain {1}, approximate {2}")
    @CsvSource({
        "2024, false, false",
        "2024?, true, false",
        "2024~, false, true",
        "2024%, true, true",
        "2024-~05-17, false, true",
        "2024?/2025, true, false",
        "2024/2025~, false, true",
        "../2025%, true, true",
        "'[2023?,2024~]', true, true",
        "2024-33~, false, true"
    })
    void a_qualifier_on_any_part_qualifies_the_value(
            String text, boolean uncertain, boolean approximate) {
        Edtf edtf = Edtf.parse(text);

        var qualifiers = List.of(edtf.isUncertain(), edtf.isApproximate());

        assertThat(qualifiers).containsExactly(uncertain, approximate);
    }

    @ParameterizedTest(name = "{0} and {1} lie {2} days apart")
    @CsvSource({
        "2024, 2024-05, 0",
        "2024-05-17, 2024-05-17, 0",
        "2024-05-17, 2024-05-18, 1",
        "2024-01, 2024-03, 30",
        "../2023, 2024, 1",
        "2024/.., 2030, 0",
        "2023/, 2022-12-30, 2",
        "/, 2024, 0"
    })
    void two_values_overlap_exactly_if_they_lie_no_day_apart(String one, String other, long days) {
        long apart = Edtf.parse(one).daysApart(Edtf.parse(other));
        long apartBackwards = Edtf.parse(other).daysApart(Edtf.parse(one));
        boolean overlaps = Edtf.parse(one).overlaps(Edtf.parse(other));

        assertThat(List.of(apart, apartBackwards)).containsExactly(days, days);
        assertThat(overlaps).isEqualTo(days == 0);
    }

    @Test
    void the_width_counts_both_ends_and_an_open_one_has_no_limit() {
        var widths =
                List.of("2024-05-17", "2024", "2023-02/2023-03", "2024/..").stream()
                        .map(text -> Edtf.parse(text).days())
                        .toList();

        assertThat(widths).containsExactly(1L, 366L, 59L, Long.MAX_VALUE);
    }

    @Test
    void two_values_are_equal_exactly_if_they_are_written_alike() {
        Edtf year = Edtf.parse("2024");

        assertThat(year).isEqualTo(Edtf.parse("2024")).hasSameHashCodeAs(Edtf.parse("2024"));
        assertThat(year).isNotEqualTo(Edtf.parse("2024-01/2024-12"));
    }

    @Test
    void in_json_it_is_a_string() throws Exception {
        ObjectMapper json = new ObjectMapper();

        Edtf read = json.readValue("\"2024-11~/2024-12~\"", Edtf.class);

        assertThat(json.writeValueAsString(read)).isEqualTo("\"2024-11~/2024-12~\"");
    }
}
