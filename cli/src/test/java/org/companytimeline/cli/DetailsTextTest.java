package org.companytimeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetailsTextTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {} | ''
                    {"founders": ["Ada L", "Bo M"], "place": {"city": "Paris", "country": "FR"}} | by Ada L, Bo M, in Paris, FR
                    {"to": {"city": "Menlo Park", "region": "US-CA", "country": "US"}, "from": {"city": "Paris", "country": "FR"}} \
                    | Paris, FR → Menlo Park, US-CA, US
                    {"to": {"city": "New York", "country": "US"}} | to New York, US
                    {"money": {"amount": "6200000000", "currency": "USD"}, "kind": "target"} | 6.2 billion USD (target)
                    {"round": "series-a", "money": {"disclosed": false}, "investors": [{"name": "X Fund", "lead": true}, {"company": "y-fund"}]} \
                    | series-a, amount undisclosed, from X Fund (lead), y-fund
                    {"partners": [{"name": "Microsoft", "company": "microsoft", "role": "cloud"}], "kind": "commercial"} \
                    | with Microsoft (cloud) (commercial)
                    {"person": "Ada L", "title": "general manager", "scope": "US"} | Ada L, general manager, for US
                    {"customers": [{"name": "Army"}], "publicSector": true, "about": "a deal"} | customer Army, public sector, about a deal
                    {"count": 12000, "percent": 5.50} | 12,000 people, 5.5 %
                    {"scheme": "siren", "value": "123456789"} | siren 123456789
                    {"never": "seen", "nested": {"a": [1, true]}, "kind": {"odd": 1}} | never: seen, nested: {a: 1, true}, kind: {odd: 1}
                    """)
    void details_are_a_phrase_and_nothing_is_left_out(String details, String phrase)
            throws JsonProcessingException {
        assertThat(DetailsText.of(JSON.readTree(details))).isEqualTo(phrase);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"amount": "6200000000", "currency": "USD"} | 6.2 billion USD
                    {"amount": "14000000000", "currency": "USD", "approximate": true} | about 14 billion USD
                    {"amount": "1500000", "currency": "EUR"} | 1.5 million EUR
                    {"amount": "1234567.89", "currency": "EUR"} | 1,234,567.89 EUR
                    {"amount": "6234567891", "currency": "EUR"} | 6,234,567,891 EUR
                    {"amount": "999", "currency": "JPY"} | 999 JPY
                    {"min": "1000000", "max": "2000000", "currency": "EUR"} | 1 million to 2 million EUR
                    {"min": "1000000", "currency": "EUR"} | at least 1 million EUR
                    {"amount": "5", "max": "7", "currency": "EUR"} | 5 (at most 7) EUR
                    {"disclosed": false, "currency": "EUR"} | amount undisclosed
                    {"amount": "odd", "currency": "EUR"} | odd EUR
                    """)
    void money_is_told_in_words_only_where_they_are_exact(String money, String words)
            throws JsonProcessingException {
        assertThat(ReadableMoney.of(JSON.readTree(money))).isEqualTo(words);
    }
}
