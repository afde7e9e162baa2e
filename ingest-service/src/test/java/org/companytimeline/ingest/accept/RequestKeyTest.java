package org.companytimeline.ingest.accept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestKeyTest {

    @Test
    void a_key_names_the_uuid_that_other_implementations_of_version_5_find() {
        RequestKey key =
                new RequestKey("urn:company-timeline:publisher:local", "a key of 2025", null);

        UUID id = key.eventId();

        assertThat(RequestKey.NAMESPACE)
                .isEqualTo(UUID.fromString("a826c33f-fa38-5e91-a75b-9d4a79c9d500"));
        assertThat(id).isEqualTo(UUID.fromString("96f2ce96-f421-52e3-863e-3c3d6d2f2e88"));
    }

    @Test
    void publisher_key_and_line_each_make_another_id() {
        RequestKey key = new RequestKey("urn:a", "k", 1L);

        assertThat(
                        new RequestKey[] {
                            new RequestKey("urn:b", "k", 1L),
                            new RequestKey("urn:a", "l", 1L),
                            new RequestKey("urn:a", "k", 2L),
                            new RequestKey("urn:a", "k", null)
                        })
                .extracting(RequestKey::eventId)
                .doesNotHaveDuplicates()
                .doesNotContain(key.eventId());
    }

    @Test
    void a_key_is_one_to_two_hundred_visible_characters() {
        assertThat(RequestKey.isValid("k".repeat(200))).isTrue();
        assertThat(RequestKey.isValid("k".repeat(201))).isFalse();
        assertThat(RequestKey.isValid("")).isFalse();
        assertThat(RequestKey.isValid("a\nb")).isFalse();
        assertThat(RequestKey.isValid("é")).isFalse();
    }
}
