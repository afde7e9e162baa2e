package org.companytimeline.mapping.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.companytimeline.event.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {

    @ParameterizedTest
    @CsvSource({
        "FR, FR",
        "fra, FR",
        "France, FR",
        "United States, US",
        "États-Unis, US",
        "etats unis, US",
        "Allemagne, DE",
        "Côte d’Ivoire, CI",
        "KOR, KR"
    })
    void a_country_is_known_by_its_codes_and_names(String spelling, String code) {
        Country country = Countries.of(spelling);

        assertThat(country).isEqualTo(new Country(code));
    }

    @Test
    void what_is_no_country_of_iso_3166_is_not_known() {
        Country country = Countries.of("ROM");

        assertThat(country).isNull();
    }
}
