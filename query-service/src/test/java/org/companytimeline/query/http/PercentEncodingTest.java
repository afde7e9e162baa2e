package org.companytimeline.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/a?q=b+c", "/a%20b", "/%C3%A9t%c3%A9?q=%F0%9F%90%AB", "/%00", "/%41"})
    void what_decodes_to_utf_8_is_accepted(String raw) {
        assertThat(PercentEncoding.isUtf8(raw)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%",
                "/%4",
                "/%zz",
                "/%-1",
                "/%ff",
                "/%c3",
                "/%c3x",
                "/%c0%80",
                "/?q=%ed%a0%80",
                "/é"
            })
    void what_does_not_is_refused(String raw) {
        assertThat(PercentEncoding.isUtf8(raw)).isFalse();
    }
}
