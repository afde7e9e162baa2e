package org.companytimeline.mapping.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.companytimeline.event.CompanyId;

class CompanyIdsPropertiesTest {

    @Property
    void two_names_share_an_id_exactly_if_they_are_one_name(
            @ForAll("names") String a, @ForAll("names") String b) {
        CompanyId first = CompanyIds.ofName(a, List.of());
        CompanyId second = CompanyIds.ofName(b, List.of());

        assertThat(first.equals(second))
                .isEqualTo(CompanyIds.folded(a).equals(CompanyIds.folded(b)));
    }

    @Property
    void two_permalinks_share_an_id_exactly_if_they_differ_in_case_alone(
            @ForAll("names") String a, @ForAll("names") String b) {
        CompanyId first = CompanyIds.ofPermalink("/organization/" + a);
        CompanyId second = CompanyIds.ofPermalink("/organization/" + b);

        assertThat(first.equals(second))
                .isEqualTo(CompanyIds.lastPart(a).equals(CompanyIds.lastPart(b)));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("aA bB-.,'&é\u03011")
                .ofMinLength(1)
                .ofMaxLength(5)
                .filter(name -> !name.isBlank());
    }
}
