package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReceivedSumTest {

    @Test
    void it_is_the_sum_of_the_guide_for_subscribers() {
        var sum = new ReceivedSum();

        sum.add("3:1045", "3f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c77");
        sum.add("7:12", "0f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c77");

        assertThat(sum.count()).isEqualTo(2);
        assertThat(sum.hash())
                .isEqualTo("bef64a3fa593d7c74b93a178b6aab1473701ebc7717948069537cee65a6f0f52");
    }

    @Test
    void the_sum_of_nothing_has_as_many_digits() {
        assertThat(new ReceivedSum().hash()).isEqualTo("0".repeat(64));
    }

    @Test
    void what_goes_over_2_to_the_256_is_left_out() {
        var sum = new ReceivedSum();

        for (int i = 0; i < 100; i++) {
            sum.add("3:1045", "3f0e2a52-7c1b-4c0e-9b5e-0d2f6b1a9c77");
        }

        // 100 times the digest of the guide's first event, without the digits in front.
        assertThat(sum.hash())
                .isEqualTo("af0b9a2f50354319a7c1ffaeaf9333582765f32c79dcf4ac7d5e10848a855194");
    }
}
