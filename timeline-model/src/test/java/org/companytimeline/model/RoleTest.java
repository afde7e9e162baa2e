package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.companytimeline.event.CompanyEvent.Appointed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CEO",
                "C.E.O.",
                "ceo",
                "Chief executive",
                "Chief Executive Officer",
                "Chief executive officer (CEO)",
                "co-founder and chief executive",
                "Founder & CEO",
                "founder/CEO",
                "Founder, CEO",
                "co-CEO",
                "Interim Chief Executive",
                "Chairman, president and chief executive officer",
                "President & CEO",
                "Group CEO",
                "PDG",
                "P-DG",
                "Président-directeur général",
                "présidente-directrice générale",
                "président directeur général et fondateur",
                "Directeur général",
                "Directrice générale par intérim",
                "Cofondateur et directeur général",
                "Présidente et cheffe de la direction"
            })
    void a_title_of_a_chief_executive_has_the_role(String title) {
        assertThat(Role.of(title)).isEqualTo(Role.CHIEF_EXECUTIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "General manager",
                "Managing director",
                "President",
                "Chairman",
                "Founder",
                "Deputy CEO",
                "Vice president",
                "Former CEO",
                "Assistant to the CEO",
                "CEO, Europe",
                "CEO, Europe and Asia",
                "CEO (North America)",
                "CEO of Cloud",
                "Chief executive of the French branch",
                "Directeur général adjoint",
                "Directeur général délégué",
                "Directeur général France",
                "Chief operating officer",
                "Chief technology officer and co-founder",
                "Oceology",
                "&",
                ","
            })
    void any_other_title_has_none(String title) {
        assertThat(Role.of(title)).isNull();
    }

    @Test
    void a_title_that_is_narrowed_to_a_scope_has_none() {
        Appointed whole = new Appointed("Ada", "CEO", null, null, null);
        Appointed part = new Appointed("Ada", "CEO", null, "Europe", null);

        assertThat(Role.of(whole)).isEqualTo(Role.CHIEF_EXECUTIVE);
        assertThat(Role.of(part)).isNull();
    }

    @Test
    void a_long_text_is_no_title() {
        assertThat(Role.of("CEO" + " and ceo".repeat(1_000))).isNull();
    }
}
