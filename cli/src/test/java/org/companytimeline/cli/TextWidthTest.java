package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {
    @ParameterizedTest
    @CsvSource({"abc, 3", "é, 1", "e\u0301, 1", "東京, 4", "한국, 4", "🚀, 2", "–, 1"})
    void a_character_takes_as_many_columns_as_a_terminal_gives_it(String text, int columns) {
        assertThat(TextWidth.of(text)).isEqualTo(columns);
    }

    @Test
    void text_is_wrapped_between_words() {
        assertThat(TextWidth.wrapped("one two three four", 9))
                .containsExactly("one two", "three", "four");
    }

    @Test
    void a_word_that_is_too_long_stays_whole() {
        assertThat(TextWidth.wrapped("a incomprehensibilities b", 6))
                .containsExactly("a", "incomprehensibilities", "b");
    }

    @Test
    void no_text_is_one_empty_line() {
        assertThat(TextWidth.wrapped("", 10)).containsExactly("");
    }
}
