package org.companytimeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.companytimeline.event.IdentifierScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierKeyTest {

    @ParameterizedTest
    @CsvSource({
        "LEI, 969500CU7V0HF5DQZB25, 9695 00cu 7v0h f5dq zb25",
        "SIREN, 952418325, 952 418 325",
        "SIREN, 952418325, 952.418.325",
        "WIKIDATA, Q42, q42",
        "WIKIDATA, Q42, http://www.wikidata.org/entity/Q42",
        "CIK, 320193, 0000320193",
        "CIK, 320193, cik 320193",
        "COMPANIES_HOUSE, 03977902, 3977902",
        "COMPANIES_HOUSE, SC095237, sc095237",
        "DOMAIN, mistral.ai, https://www.Mistral.ai:443/news?x=1#y",
        "DOMAIN, xn--mller-kva.de, MÜLLER.de",
        "CRUNCHBASE, mistral-ai, crunchbase.com/organization/mistral-ai/"
    })
    void a_question_means_an_identifier_as_people_write_it(
            IdentifierScheme scheme, String value, String question) {
        Set<String> asked = IdentifierKey.asked(question);

        assertThat(asked).contains(IdentifierKey.of(scheme, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a name of many words", "%", "!!!", "société générale", "@", ":"})
    void most_questions_mean_none(String question) {
        Set<String> asked = IdentifierKey.asked(question);

        assertThat(asked).isEmpty();
    }
}
