package org.companytimeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Identifiers are taken in one spelling, and a refusal names it (ADR 0015).
class IdentifiersTest {

    private static final PostedDefaults DEFAULTS =
            new PostedDefaults(new UUID(1, 2), "https://newsroom.example", false);

    @ParameterizedTest
    @CsvSource({
        "lei, 969500UP76J52A9OXU27",
        "lei, 549300NROGNBV2T1GS07",
        "siren, 552100554",
        "siren, 356000000",
        "wikidata, Q2283",
        "wikidata, Q1",
        "cik, 66740",
        "cik, 1326801",
        "companies-house, 00445790",
        "companies-house, SC095000",
        "companies-house, OC301540",
        "companies-house, R0000455",
        "companies-house, IP00525R",
        "domain, example.com",
        "domain, www.com",
        "domain, 3m.com",
        "domain, a-b.co.uk",
        "domain, xn--bcher-kva.example",
        "domain, example.xn--p1ai",
        "crunchbase, mistral-ai",
        "crunchbase, '-the-one-of-them-'",
        "crunchbase, capptú",
        "alias, Any text: at all"
    })
    void anIdentifierInItsOwnSpellingIsTaken(String scheme, String value) {
        Decoded decoded = posted(scheme, value);

        assertThat(decoded).isInstanceOf(Decoded.Known.class);
    }

    @ParameterizedTest
    @CsvSource({
        "lei, 9695 00UP 76J5 2A9O XU27, 969500UP76J52A9OXU27",
        "lei, 969500up76j52a9oxu27, 969500UP76J52A9OXU27",
        "siren, 552 100 554, 552100554",
        "siren, 552.100.554, 552100554",
        "siren, 552\u202f100\u00a0554, 552100554",
        "siren, 55210055400013, 552100554",
        "wikidata, q2283, Q2283",
        "wikidata, 2283, Q2283",
        "wikidata, https://www.wikidata.org/wiki/Q2283, Q2283",
        "cik, 0000066740, 66740",
        "cik, CIK 0000066740, 66740",
        "companies-house, 445790, 00445790",
        "companies-house, sc095000, SC095000",
        "companies-house, SC 95000, SC095000",
        "domain, https://www.example.com/, example.com",
        "domain, http://Example.COM:8080/a?b#c, example.com",
        "domain, www.example.com, example.com",
        "domain, EXAMPLE.com., example.com",
        "domain, bücher.example, xn--bcher-kva.example",
        "crunchbase, Mistral-AI, mistral-ai",
        "crunchbase, https://www.crunchbase.com/organization/mistral-ai/, mistral-ai",
        "crunchbase, CAPPTÚ, capptú",
        "crunchbase, capptÚ, capptú"
    })
    void anotherSpellingIsRefusedWithTheAcceptedOne(String scheme, String value, String accepted) {
        Fault fault = fault(posted(scheme, value));

        assertThat(fault.pointer()).isEqualTo("/details/value");
        assertThat(fault.detail()).contains(value).endsWith("; write \"" + accepted + '"');
    }

    @ParameterizedTest
    @CsvSource({
        "lei, 969500UP76J52A9OXU2, 20 capitals and digits",
        "lei, 969500UP76J52A9OXUAB, 20 capitals and digits",
        "siren, 55210055, nine digits",
        "siren, FR 552100554, nine digits",
        "wikidata, P31, Q and a number",
        "wikidata, Q0, Q and a number",
        "cik, 0, a number of at most 10 digits",
        "cik, 12345678901, a number of at most 10 digits",
        "companies-house, 123456789, 'eight digits, or'",
        "companies-house, ABC12345, 'eight digits, or'",
        "domain, localhost, a host name in lower case",
        "domain, 127.0.0.1, a host name in lower case",
        "domain, -a.example, a host name in lower case",
        "domain, a..example, a host name in lower case",
        "crunchbase, two words, the last part of the permalink",
        "crunchbase, https://www.crunchbase.com/, 'the last part of the permalink'"
    })
    void whatIsNoneIsRefusedWithWhatIsAccepted(String scheme, String value, String words) {
        Fault fault = fault(posted(scheme, value));

        assertThat(fault.pointer()).isEqualTo("/details/value");
        assertThat(fault.detail()).contains(value, "; write " + words);
    }

    @ParameterizedTest
    @CsvSource({
        "lei, 969500UP76J52A9OXU28, ISO 7064 MOD 97-10",
        "lei, 969500PU76J52A9OXU27, ISO 7064 MOD 97-10",
        "siren, 552100555, the Luhn formula of ISO/IEC 7812-1",
        "siren, 552010554, the Luhn formula of ISO/IEC 7812-1"
    })
    void aMistypedNumberIsRefusedByItsCheckDigits(String scheme, String value, String standard) {
        Fault fault = fault(posted(scheme, value));

        assertThat(fault.pointer()).isEqualTo("/details/value");
        assertThat(fault.detail())
                .isEqualTo(
                        "\"%s\" has wrong check digits by %s; look for what is mistyped"
                                .formatted(value, standard));
    }

    @ParameterizedTest
    @CsvSource({"lei, 9695 00UP 76J5 2A9O XU28", "siren, 552 100 555"})
    void noSpellingIsProposedThatWouldBeRefused(String scheme, String value) {
        Fault fault = fault(posted(scheme, value));

        assertThat(fault.detail()).contains("; write ").doesNotContain("; write \"");
    }

    @Test
    void everyMistypedDigitOrLetterIsFound() {
        List<String> leis = slips("969500UP76J52A9OXU27");
        List<String> sirens = slips("552100554");

        assertThat(leis).hasSize(13 * 9 + 7 * 25).noneMatch(CheckDigits.MOD_97_10::hold);
        assertThat(sirens).hasSize(9 * 9).noneMatch(CheckDigits.LUHN::hold);
    }

    /// The number with another digit for a digit, or another letter for a letter, in one place.
    private static List<String> slips(String number) {
        List<String> slips = new ArrayList<>();
        for (int i = 0; i < number.length(); i++) {
            char right = number.charAt(i);
            String signs = Character.isDigit(right) ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
            for (int j = 0; j < signs.length(); j++) {
                if (signs.charAt(j) != right) {
                    slips.add(number.substring(0, i) + signs.charAt(j) + number.substring(i + 1));
                }
            }
        }
        return slips;
    }

    private static Fault fault(Decoded decoded) {
        assertThat(decoded).isInstanceOf(Decoded.Malformed.class);
        List<Fault> faults = ((Decoded.Malformed) decoded).faults();
        assertThat(faults).hasSize(1);
        return faults.getFirst();
    }

    private static Decoded posted(String scheme, String value) {
        String json =
                """
                {"type": "identified", "company": {"id": "pathway"}, "when": "2024",
                 "details": {"scheme": "%s", "value": "%s"}, "sources": [{"title": "A register"}]}
                """
                        .formatted(scheme, value);
        return EventCodec.decodePosted(json.getBytes(UTF_8), DEFAULTS);
    }
}
