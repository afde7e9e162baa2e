package org.companytimeline.mapping.text;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.companytimeline.event.Currency;
import org.jspecify.annotations.Nullable;

/// Reads the amounts of a file: digits, perhaps with a scale (`k`, `M`, `bn`, `million`,
/// `milliard`, `crore` …), a currency and a sign that it is approximate. Exact: nothing is rounded.
///
/// @param numbers how digits are written; null where only what can't be misread is taken
/// @param currency of all amounts; null where each has its own
/// @param symbols currencies by their sign, beside those that mean one currency everywhere
/// @param zero what 0 means
/// @param undisclosed texts that say that the amount is not known, in lower case
public record AmountReader(
        @Nullable NumberStyle numbers,
        @Nullable Currency currency,
        Map<String, Currency> symbols,
        Zero zero,
        Set<String> undisclosed) {

    /// What an amount of 0 means.
    public enum Zero {
        AMOUNT,
        UNDISCLOSED,
        REFUSE
    }

    /// What an amount of a file says.
    ///
    /// @param value null where it says that it is not known
    /// @param currency null where neither the text nor the mapping gives one
    public record Amount(
            @Nullable BigDecimal value, @Nullable Currency currency, boolean approximate) {

        static final Amount UNDISCLOSED = new Amount(null, null, false);
    }

    private static final int MOST_DECIMALS = 6;
    private static final int MOST_DIGITS = 18;
    private static final int MOST_SPELLED = 60;

    private static final Map<String, Integer> SCALES = scales();
    private static final Map<String, Currency> SYMBOLS = knownSigns();
    private static final Set<String> CODES = Set.copyOf(Currency.codes());

    private static final Pattern APPROXIMATE =
            Pattern.compile(
                    "^(~|≈|about |approx\\.? |approximately |around |ca?\\. ?|circa |environ"
                            + " |env\\. ?)\\h*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("[0-9]+([.,' ][0-9]+)*");
    private static final Pattern SPACES = Pattern.compile("[\\s\\h]+");

    public AmountReader {
        symbols = Map.copyOf(symbols);
        undisclosed = Set.copyOf(undisclosed);
    }

    private static Map<String, Integer> scales() {
        Map<String, Integer> scales = new HashMap<>();
        put(scales, 3, "k thousand mille tsd");
        put(scales, 5, "lakh lakhs lac lacs");
        put(scales, 6, "m mm mn mln mio million millions");
        put(scales, 7, "cr crore crores");
        put(scales, 9, "b bn bln billion billions md mds mrd milliard milliards");
        put(scales, 12, "tn trillion trillions");
        return Map.copyOf(scales);
    }

    private static void put(Map<String, Integer> scales, int zeros, String names) {
        for (String name : names.split(" ", -1)) {
            scales.put(name, zeros);
        }
    }

    private static Map<String, Currency> knownSigns() {
        return Map.ofEntries(
                Map.entry("€", new Currency("EUR")),
                Map.entry("$", new Currency("USD")),
                Map.entry("US$", new Currency("USD")),
                Map.entry("£", new Currency("GBP")),
                Map.entry("₹", new Currency("INR")),
                Map.entry("RS", new Currency("INR")),
                Map.entry("₩", new Currency("KRW")),
                Map.entry("₽", new Currency("RUB")),
                Map.entry("₪", new Currency("ILS")),
                Map.entry("A$", new Currency("AUD")),
                Map.entry("AU$", new Currency("AUD")),
                Map.entry("C$", new Currency("CAD")),
                Map.entry("CA$", new Currency("CAD")),
                Map.entry("NZ$", new Currency("NZD")),
                Map.entry("HK$", new Currency("HKD")),
                Map.entry("S$", new Currency("SGD")),
                Map.entry("R$", new Currency("BRL")));
    }

    /// Reads a text that is not empty.
    ///
    /// @param beside the currency that another column gives; null where none does
    public Reading<Amount> read(String text, @Nullable Currency beside) {
        String bare = SPACES.matcher(text.strip()).replaceAll(" ");
        if (undisclosed.contains(bare.toLowerCase(Locale.ROOT))) {
            return Reading.of(Amount.UNDISCLOSED);
        }
        Matcher sign = APPROXIMATE.matcher(bare);
        boolean approximate = sign.find();
        String amount = approximate ? bare.substring(sign.end()) : bare;
        Matcher digits = DIGITS.matcher(amount);
        if (!digits.find()) {
            return Reading.unfit("is no amount; write it like 1234567 or 1.2M");
        }
        if (digits.start() > 0 && amount.charAt(digits.start() - 1) == '-') {
            return Reading.unfit("is less than 0");
        }
        if (digits.end() - digits.start() > MOST_SPELLED) {
            return Reading.unfit("has more than %d digits".formatted(MOST_SPELLED));
        }
        String before = amount.substring(0, digits.start()).strip();
        String behind = amount.substring(digits.end()).strip();
        Words words = words(before, behind);
        if (words.unknown() != null) {
            return Reading.unfit(
                    "has %s beside its number, which is no scale and no currency that is known; give it under symbols"
                            .formatted(DateReader.quoted(words.unknown())));
        }
        Reading<BigDecimal> number =
                numbers == null
                        ? NumberStyle.readAny(digits.group())
                        : numbers.read(digits.group());
        return switch (number) {
            case Reading.Unfit<BigDecimal> unfit -> Reading.unfit(unfit.reason());
            case Reading.Value<BigDecimal> value ->
                    amount(
                            value.value().scaleByPowerOfTen(words.zeros()),
                            words.currency(),
                            beside,
                            approximate);
        };
    }

    private Reading<Amount> amount(
            BigDecimal value,
            @Nullable Currency spelled,
            @Nullable Currency beside,
            boolean approximate) {
        Currency given = beside == null ? currency : beside;
        if (spelled != null && given != null && !spelled.equals(given)) {
            return Reading.unfit("is in %s, where it should be in %s".formatted(spelled, given));
        }
        if (value.signum() == 0 && zero != Zero.AMOUNT) {
            return zero == Zero.UNDISCLOSED
                    ? Reading.of(Amount.UNDISCLOSED)
                    : Reading.unfit("is 0, which the mapping refuses");
        }
        BigDecimal bare = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (bare.scale() > MOST_DECIMALS) {
            return Reading.unfit(
                    "has %d digits behind the point; %d are kept, so round it yourself"
                            .formatted(bare.scale(), MOST_DECIMALS));
        }
        if (bare.precision() - bare.scale() > MOST_DIGITS) {
            return Reading.unfit("has more than %d digits before the point".formatted(MOST_DIGITS));
        }
        return Reading.of(new Amount(bare, spelled == null ? given : spelled, approximate));
    }

    /// What stands around digits.
    ///
    /// @param zeros by which the scale makes it larger
    /// @param unknown what means nothing that is known
    private record Words(int zeros, @Nullable Currency currency, @Nullable String unknown) {}

    private Words words(String before, String behind) {
        int zeros = 0;
        Currency found = before.isEmpty() ? null : currencyOf(before);
        if (!before.isEmpty() && found == null) {
            return new Words(0, null, before);
        }
        String rest = behind;
        Integer scale = SCALES.get(withoutStop(rest));
        if (scale != null) {
            return new Words(scale, found, null);
        }
        for (int split = rest.length(); split > 0; split--) {
            Integer upTo = SCALES.get(withoutStop(rest.substring(0, split)));
            Currency behindIt = upTo == null ? null : currencyOf(rest.substring(split).strip());
            if (upTo != null && behindIt != null) {
                zeros = upTo;
                return agreeing(zeros, found, behindIt, behind);
            }
        }
        if (rest.isEmpty()) {
            return new Words(zeros, found, null);
        }
        Currency only = currencyOf(rest);
        return only == null ? new Words(0, null, behind) : agreeing(zeros, found, only, behind);
    }

    private static Words agreeing(
            int zeros, @Nullable Currency before, Currency behind, String text) {
        return before != null && !before.equals(behind)
                ? new Words(0, null, text)
                : new Words(zeros, behind, null);
    }

    private static String withoutStop(String word) {
        String bare = word.strip().toLowerCase(Locale.ROOT);
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private @Nullable Currency currencyOf(String sign) {
        Currency own = symbols.get(sign);
        if (own != null) {
            return own;
        }
        String bare = sign.toUpperCase(Locale.ROOT).replace(".", "");
        Currency symbol = SYMBOLS.get(bare);
        return symbol == null && CODES.contains(bare) ? new Currency(bare) : symbol;
    }

    /// The signs that need no declaration.
    public static List<String> knownSymbols() {
        return SYMBOLS.keySet().stream().sorted().toList();
    }
}
