package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.companytimeline.model.Said.place;

import java.util.List;
import java.util.UUID;
import org.companytimeline.event.CompanyEvent;
import org.companytimeline.event.CompanyEvent.Acquired;
import org.companytimeline.event.CompanyEvent.Founded;
import org.companytimeline.event.CompanyEvent.Launched;
import org.companytimeline.event.CompanyEvent.Relocated;
import org.companytimeline.event.CompanyEvent.Retracted;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.CompanyReference;
import org.junit.jupiter.api.Test;

class BlockTest {

    @Test
    void a_founding_has_nothing_but_its_type_in_its_key() {
        String key = key(new Founded(List.of("Ada Lovelace"), place("Paris", "FR")));

        assertThat(key).isEqualTo("founded");
    }

    @Test
    void case_accents_and_white_space_do_not_count() {
        String key = key(new Relocated(place("  SÃO\u00a0Paulo ", "BR"), null, null));

        assertThat(key).isEqualTo("relocated|headquarters|sao paulo");
    }

    @Test
    void signs_that_tell_two_products_apart_count() {
        assertThat(key(new Launched("C++", null))).isNotEqualTo(key(new Launched("C", null)));
    }

    @Test
    void a_product_with_a_bar_in_its_name_is_not_a_product_and_a_version() {
        assertThat(key(new Launched("a|b", null))).isNotEqualTo(key(new Launched("a", "b")));
    }

    @Test
    void a_company_is_known_by_its_id_or_by_a_name_written_like_it() {
        CompanyReference byId = new CompanyReference("HF", new CompanyId("hugging-face"));
        CompanyReference byName = new CompanyReference("Hugging  Face", null);

        assertThat(key(new Acquired(byId, null, null)))
                .isEqualTo(key(new Acquired(byName, null, null)))
                .isEqualTo("acquired|hugging-face");
    }

    @Test
    void a_long_key_is_hashed_and_still_tells_two_things_apart() {
        String one = key(new Launched("x".repeat(10_000), null));
        String other = key(new Launched("x".repeat(10_000) + "y", null));

        assertThat(one).startsWith("launched|#").hasSizeLessThanOrEqualTo(Block.KEY_LENGTH);
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void an_annotation_lies_in_no_block_and_has_no_thread() {
        Said retraction = Said.at(1, new Retracted(new UUID(0, 1), null), "2024").inThread("x");

        assertThat(Block.keyOf(retraction.recorded().event())).isNull();
        assertThat(Block.threadOf(retraction.recorded().event())).isNull();
    }

    @Test
    void a_thread_belongs_to_its_publisher_and_type() {
        Said claim = Said.at(1, new Launched("x", null), "2024").inThread("x");

        assertThat(thread(claim)).hasSize(32).isEqualTo(thread(claim.at(2)));
        assertThat(thread(claim)).isNotEqualTo(thread(claim.by("https://other.example")));
        assertThat(thread(claim)).isNotEqualTo(thread(claim.inThread("y")));
        assertThat(thread(claim))
                .isNotEqualTo(
                        thread(Said.at(1, new Founded(List.of(), null), "2024").inThread("x")));
    }

    private static byte[] thread(Said claim) {
        byte[] thread = Block.threadOf(claim.recorded().event());
        return thread == null ? new byte[0] : thread;
    }

    private static String key(CompanyEvent details) {
        return String.valueOf(Block.keyOf(Said.at(1, details, "2024").recorded().event()));
    }
}
