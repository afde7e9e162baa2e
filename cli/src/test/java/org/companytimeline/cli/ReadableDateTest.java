package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableDateTest {
    @ParameterizedTest
    @CsvSource({
        "2023, 2023",
        "2024-05, May 2024",
        "2024-05-14, 14 May 2024",
        "2024~, about 2024",
        "2024?, perhaps 2024",
        "2024%, perhaps about 2024",
        "2024-~05, about May 2024",
        "2024-11~/2024-12~, about Nov 2024 – about Dec 2024",
        "../2025~, by about 2025",
        "/2025, by 2025",
        "2025~/.., from about 2025",
        "2025/, from 2025",
        "2024-33, Q1 2024",
        "2024-36, Q4 2024",
        "2024-40, first half of 2024",
        "2024-41, second half of 2024",
        "2024-21, spring 2024",
        "-0044, -0044",
    })
    void a_date_is_told_in_words_with_its_uncertainty(String edtf, String words) {
        assertThat(ReadableDate.of(edtf, Optional.empty(), Optional.empty())).isEqualTo(words);
    }

    @Test
    void a_date_without_words_of_its_own_is_told_by_the_days_it_can_mean() {
        var earliest = Optional.of(LocalDate.of(2020, 1, 1));
        var latest = Optional.of(LocalDate.of(2029, 12, 31));

        assertThat(ReadableDate.of("202X", earliest, latest))
                .isEqualTo("between 1 Jan 2020 and 31 Dec 2029");
        assertThat(ReadableDate.of("[..202X]", Optional.empty(), latest))
                .isEqualTo("by 31 Dec 2029");
        assertThat(ReadableDate.of("[202X..]", earliest, Optional.empty()))
                .isEqualTo("from 1 Jan 2020");
    }

    @Test
    void a_date_that_means_no_day_is_shown_as_it_was_posted() {
        assertThat(ReadableDate.of("../..", Optional.empty(), Optional.empty())).isEqualTo("../..");
        assertThat(ReadableDate.of("2024-99", Optional.empty(), Optional.empty()))
                .isEqualTo("2024-99");
    }
}
