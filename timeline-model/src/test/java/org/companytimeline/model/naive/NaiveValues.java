package org.companytimeline.model.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;

/// What a field of an event's details says, and when two of them contradict each other.
final class NaiveValues {

    private static final Set<String> PLACES = Set.of("place", "to", "from");
    private static final Set<String> AMOUNTS = Set.of("money", "preMoney", "postMoney", "price");
    private static final Set<String> NUMBERS = Set.of("count", "percent");

    private NaiveValues() {}

    /// What a field adds to the key of a claim: nothing where it says nothing.
    static Object key(JsonNode details, String field) {
        JsonNode json = details.at("/" + field.replace('.', '/'));
        if (PLACES.contains(field)) {
            for (String part : List.of("city", "region", "country")) {
                if (json.has(part)) {
                    return words(json.path(part).asText());
                }
            }
        }
        if (field.equals("money.currency") && amount(details.path("money")) == null) {
            return "undisclosed";
        }
        Object same = same(details, field);
        if (field.equals("kind") && same == null) {
            return "headquarters";
        }
        return same == null ? "" : same;
    }

    /// Equal exactly for two details that say the same in a field; none where they say nothing.
    static @Nullable Object same(JsonNode details, String field) {
        JsonNode json = details.at("/" + field.replace('.', '/'));
        if (json.isMissingNode() || (json.isArray() && json.isEmpty())) {
            return null;
        }
        if (PLACES.contains(field)) {
            return List.of(part(json, "city"), part(json, "region"), part(json, "country"));
        }
        if (AMOUNTS.contains(field)) {
            return amount(json) == null
                    ? "undisclosed"
                    : json.path("currency").asText() + plain(least(json)) + plain(most(json));
        }
        if (NUMBERS.contains(field)) {
            return json.decimalValue().stripTrailingZeros().toPlainString();
        }
        if (json.isArray()) {
            return json.valueStream()
                    .map(NaiveValues::entry)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        return entry(json);
    }

    /// Whether two details say in a field what cannot both be.
    static boolean contradict(JsonNode a, JsonNode b, String field, BigDecimal slack) {
        Object one = same(a, field);
        Object other = same(b, field);
        if (one == null || other == null || one.equals(other)) {
            return false;
        }
        JsonNode left = a.path(field);
        JsonNode right = b.path(field);
        if (PLACES.contains(field)) {
            return List.of("city", "region", "country").stream()
                    .anyMatch(part ->
                            left.has(part)
                                    && right.has(part)
                                    && !part(left, part).equals(part(right, part)));
        }
        if (AMOUNTS.contains(field)) {
            return amount(left) != null
                    && amount(right) != null
                    && (!left.path("currency").equals(right.path("currency"))
                            || isBelow(most(left), least(right), slack)
                            || isBelow(most(right), least(left), slack));
        }
        if (field.equals("until")) {
            return !canBeOneDay(Edtf.parse(left.asText()), Edtf.parse(right.asText()));
        }
        if (NUMBERS.contains(field)) {
            return !isWithin(left.decimalValue(), right.decimalValue(), slack);
        }
        Set<String> mine = entries(one);
        Set<String> theirs = entries(other);
        return !mine.containsAll(theirs) && !theirs.containsAll(mine);
    }

    private static boolean canBeOneDay(Edtf one, Edtf other) {
        return !one.latest().orElse(LocalDate.MAX).isBefore(other.earliest().orElse(LocalDate.MIN))
                && !other.latest()
                        .orElse(LocalDate.MAX)
                        .isBefore(one.earliest().orElse(LocalDate.MIN));
    }

    private static Set<String> entries(Object same) {
        return same instanceof Set<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.copyOf(Arrays.asList(same.toString().split(" ", -1)));
    }

    /// A company is its id, else its name written like one.
    private static String entry(JsonNode json) {
        if (json.isObject()) {
            return json.has("company")
                    ? json.path("company").asText()
                    : words(json.path("name").asText()).replace(' ', '-');
        }
        return words(json.asText());
    }

    private static String part(JsonNode place, String part) {
        return words(place.path(part).asText());
    }

    /// The one number that stands for a sum of money: the amount, else the middle of what it can
    /// be, else the bound that is given; none for a sum that is not disclosed.
    static @Nullable BigDecimal amount(JsonNode money) {
        BigDecimal amount = number(money, "amount");
        BigDecimal min = number(money, "min");
        BigDecimal max = number(money, "max");
        if (amount != null) {
            return amount;
        }
        return min != null && max != null
                ? min.add(max).divide(BigDecimal.valueOf(2))
                : min != null ? min : max;
    }

    /// What a sum is at least; none where it is open below.
    static @Nullable BigDecimal least(JsonNode money) {
        return number(money, money.has("min") || money.has("max") ? "min" : "amount");
    }

    /// What a sum is at most; none where it is open above.
    static @Nullable BigDecimal most(JsonNode money) {
        return number(money, money.has("min") || money.has("max") ? "max" : "amount");
    }

    private static @Nullable BigDecimal number(JsonNode money, String field) {
        return money.has(field) ? new BigDecimal(money.path(field).asText()) : null;
    }

    private static boolean isBelow(
            @Nullable BigDecimal most, @Nullable BigDecimal least, BigDecimal slack) {
        return most != null
                && least != null
                && most.compareTo(least) < 0
                && !isWithin(most, least, slack);
    }

    static String plain(@Nullable BigDecimal number) {
        return number == null ? "open" : number.stripTrailingZeros().toPlainString();
    }

    static boolean isWithin(BigDecimal one, BigDecimal other, BigDecimal part) {
        return one.subtract(other).abs().compareTo(part.multiply(one.abs().max(other.abs()))) <= 0;
    }

    static String words(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[\\s.-]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
