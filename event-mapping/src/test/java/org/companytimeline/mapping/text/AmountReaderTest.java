package org.companytimeline.mapping.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.companytimeline.event.Currency;
import org.companytimeline.mapping.text.AmountReader.Amount;
import org.companytimeline.mapping.text.AmountReader.Zero;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    1234567        | 1234567        |
                    1,234.56       | 1234.56        |
                    1.234,56       | 1234.56        |
                    1,234,567      | 1234567        |
                    20,00,00,000   | 200000000      |
                    1 234 567,5    | 1234567.5      |
                    1'234'567      | 1234567        |
                    2,3M€          | 2300000        | EUR
                    €2.3 million   | 2300000        | EUR
                    $1.3B          | 1300000000     | USD
                    1.3 bn         | 1300000000     |
                    650 k          | 650000         |
                    US$650k        | 650000         | USD
                    1,5 Md€        | 1500000000     | EUR
                    3 milliards    | 3000000000     |
                    GBP 12.5m      | 12500000       | GBP
                    12.5 m GBP     | 12500000       | GBP
                    ₹20 crore      | 200000000      | INR
                    5 lakh         | 500000         |
                    0.000001       | 0.000001       |
                    """)
    void an_amount_that_can_mean_one_number_is_read_exactly(
            String text, String number, @Nullable String currency) {
        Amount amount = value(any().read(text, null));

        assertThat(amount.value()).isEqualByComparingTo(new BigDecimal(number));
        assertThat(amount.currency()).isEqualTo(currency == null ? null : new Currency(currency));
        assertThat(amount.approximate()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    1,234       | can be two numbers
                    1.234 bn    | can be two numbers
                    -5          | is less than 0
                    many        | is no amount
                    5 stones    | has "stones" beside its number
                    $5 EUR      | has "EUR" beside its number
                    1.23.45     | is no number
                    0.0000001   | has 7 digits behind the point
                    1234567890123456789 | has more than 18 digits
                    """)
    void what_is_no_amount_or_can_be_two_is_refused(String text, String reason) {
        Reading<Amount> reading = any().read(text, null);

        assertThat(((Reading.Unfit<Amount>) reading).reason()).startsWith(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    1,234.56      | 1,234     | 1234
                    1.234,56      | 1.234     | 1234
                    1234.56       | 1.234     | 1.234
                    1234,56       | 1,234     | 1.234
                    12,34,567.89  | 20,00,00,000 | 200000000
                    1 234,56      | 1 234,5   | 1234.5
                    """)
    void a_declared_style_says_what_a_sign_means(String style, String text, String number) {
        AmountReader reader =
                new AmountReader(
                        NumberStyle.like(style).orElseThrow(),
                        null,
                        Map.of(),
                        Zero.AMOUNT,
                        Set.of());

        Amount amount = value(reader.read(text, null));

        assertThat(amount.value()).isEqualByComparingTo(new BigDecimal(number));
    }

    @Test
    void a_number_in_another_style_than_the_declared_one_is_refused() {
        AmountReader reader =
                new AmountReader(NumberStyle.COMMAS, null, Map.of(), Zero.AMOUNT, Set.of());

        Reading<Amount> reading = reader.read("1.234,56", null);

        assertThat(((Reading.Unfit<Amount>) reading).reason())
                .isEqualTo("is no number written like 1,234.56");
    }

    @Test
    void a_currency_beside_it_has_to_be_the_one_that_the_text_names() {
        Reading<Amount> other = any().read("5 EUR", new Currency("USD"));
        Amount same = value(any().read("5 €", new Currency("EUR")));

        assertThat(((Reading.Unfit<Amount>) other).reason())
                .isEqualTo("is in EUR, where it should be in USD");
        assertThat(same.currency()).isEqualTo(new Currency("EUR"));
    }

    @Test
    void a_sign_can_be_declared() {
        AmountReader reader =
                new AmountReader(
                        null, null, Map.of("$", new Currency("CAD")), Zero.AMOUNT, Set.of());

        Amount amount = value(reader.read("$5", null));

        assertThat(amount.currency()).isEqualTo(new Currency("CAD"));
    }

    @Test
    void zero_and_words_can_say_that_an_amount_is_not_disclosed() {
        AmountReader reader =
                new AmountReader(
                        null,
                        new Currency("USD"),
                        Map.of(),
                        Zero.UNDISCLOSED,
                        Set.of("undisclosed"));

        Amount zero = value(reader.read("0.00", null));
        Amount words = value(reader.read("Undisclosed", null));

        assertThat(zero.value()).isNull();
        assertThat(words.value()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"~5M", "about 5M", "environ 5M", "≈ 5 M"})
    void an_amount_can_be_approximate(String text) {
        Amount amount = value(any().read(text, null));

        assertThat(amount.approximate()).isTrue();
        assertThat(amount.value()).isEqualByComparingTo("5000000");
    }

    private static AmountReader any() {
        return new AmountReader(null, null, Map.of(), Zero.AMOUNT, Set.of());
    }

    private static Amount value(Reading<Amount> reading) {
        return switch (reading) {
            case Reading.Value<Amount> value -> value.value();
            case Reading.Unfit<Amount> unfit -> throw new AssertionError(unfit.reason());
        };
    }
}
