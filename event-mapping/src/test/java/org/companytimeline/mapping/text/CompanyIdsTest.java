package org.companytimeline.mapping.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.companytimeline.event.CompanyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyIdsTest {

    @ParameterizedTest
    @CsvSource({
        "/organization/mistral-ai, mistral-ai",
        "/ORGANIZATION/-QOUNTER, -qounter",
        "/organization/fisher/unitech, unitech",
        "/organization/10°north, 10-north-c1ed4bf7",
        "/organization/Böhner-EH-GmbH, bohner-eh-gmbh-39ee9909",
        "无忧我房, 6f048eff"
    })
    void a_permalink_gives_its_last_part_or_a_slug_with_a_hash(String permalink, String id) {
        CompanyId company = CompanyIds.ofPermalink(permalink);

        assertThat(company.value()).isEqualTo(id);
    }

    @Test
    void upper_and_lower_case_of_a_permalink_are_one_company() {
        CompanyId upper = CompanyIds.ofPermalink("/ORGANIZATION/ATÖLYE-GRI");

        assertThat(upper).isEqualTo(CompanyIds.ofPermalink("/organization/atölye-gri"));
    }

    @Test
    void a_permalink_that_is_too_long_is_cut_and_keeps_its_hash() {
        CompanyId company = CompanyIds.ofPermalink("/organization/" + "a".repeat(81));

        assertThat(company.value()).matches("a{71}-[0-9a-f]{8}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Mistral AI      | mistral-ai
                    Amazon.com, Inc.| amazon-com-inc
                    Moody’s         | moodys
                    Coca-Cola       | coca-cola
                    """)
    void a_name_of_plain_words_gives_them(String name, String id) {
        CompanyId company = CompanyIds.ofName(name, List.of());

        assertThat(company.value()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"AT&T, at-t", "Société Générale, societe-generale", "foo 1a2b3c4d, foo-1a2b3c4d"})
    void another_name_gives_a_slug_with_a_hash(String name, String slug) {
        CompanyId company = CompanyIds.ofName(name, List.of());

        assertThat(company.value()).matches(slug + "-[0-9a-f]{8}");
    }

    @Test
    void equal_names_can_be_told_apart() {
        CompanyId paris = CompanyIds.ofName("Acme", List.of("Paris"));
        CompanyId berlin = CompanyIds.ofName("Acme", List.of("Berlin"));

        assertThat(paris).isNotEqualTo(berlin);
        assertThat(paris.value()).startsWith("acme-");
    }
}
