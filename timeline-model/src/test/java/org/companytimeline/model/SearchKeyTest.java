package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchKeyTest {

    @ParameterizedTest
    @CsvSource({
        "Société  Générale, societe generale",
        "Zoë, zoe",
        "ØRSTED A/S, orsted a/s",
        "Łódź, lodz",
        "Große Straße, grosse strasse",
        "L'Oréal, l oreal",
        "mistral-ai, mistral ai",
        "C++, c++",
        "ΟΔΟΣ, οδοσ",
        "腾讯控股, 腾讯控股",
        "!!!, !!!",
        "..., ..."
    })
    void a_key_is_a_text_as_people_type_it(String text, String expected) {
        String key = SearchKey.of(text);

        assertThat(key).isEqualTo(expected);
    }

    @Test
    void a_key_is_cut_between_characters() {
        String key = SearchKey.of("𝒜".repeat(100) + "🏢".repeat(500));

        assertThat(key.codePointCount(0, key.length())).isEqualTo(SearchKey.LONGEST);
        assertThat(key).startsWith("a".repeat(100)).endsWith("🏢");
    }

    @Test
    void later_words_begin_after_spaces_and_where_there_are_none_with_every_sign() {
        assertThat(SearchKey.laterWords("one two three")).containsExactly("two three", "three");
        assertThat(SearchKey.laterWords("one")).isEmpty();
        assertThat(SearchKey.laterWords("腾讯控")).containsExactly("讯控", "控");
        assertThat(SearchKey.laterWords("a b c d e f g h i j"))
                .hasSize(SearchKey.MOST_LATER_WORDS)
                .last()
                .isEqualTo("h i j");
    }

    @Property
    void a_key_is_its_own_key(@ForAll String text) {
        String key = SearchKey.of(text);

        assertThat(SearchKey.of(key)).isEqualTo(key);
    }

    @Property
    void a_key_and_its_later_words_are_bounded(@ForAll String text) {
        String key = SearchKey.of(text);
        List<String> later = SearchKey.laterWords(key);

        assertThat(key.codePointCount(0, key.length())).isLessThanOrEqualTo(SearchKey.LONGEST);
        assertThat(later).hasSizeLessThanOrEqualTo(SearchKey.MOST_LATER_WORDS);
        assertThat(later).allMatch(end -> key.endsWith(end) && end.length() < key.length());
    }
}
