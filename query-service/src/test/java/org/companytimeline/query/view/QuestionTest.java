package org.companytimeline.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuestionTest {

    @Test
    void parts_cannot_be_moved_over_their_borders() {
        assertThat(Question.of("ab", "c")).isNotEqualTo(Question.of("a", "bc"));
        assertThat(Question.of("a", "1:b")).isNotEqualTo(Question.of("a", "1", "b"));
        assertThat(EntityTag.of("ab", "c")).isNotEqualTo(EntityTag.of("a", "bc"));
    }

    @Test
    void a_list_is_the_bytes_of_its_items_between_brackets() {
        byte[] body =
                ListBody.of(
                        new Rows<EventKey>(
                                List.of(
                                        "{\"a\":1}"
                                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                        "{ }".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                                Optional.empty()),
                        Optional.empty());

        assertThat(body).asString().isEqualTo("{\"items\":[{\"a\":1},{ }]}");
    }
}
