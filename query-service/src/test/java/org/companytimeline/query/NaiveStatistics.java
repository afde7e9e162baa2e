package org.companytimeline.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.companytimeline.event.CompanyEvent.Funded;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Money;
import org.companytimeline.event.shape.Words;
import org.companytimeline.model.CompanySummary;
import org.companytimeline.model.Fact;
import org.jspecify.annotations.Nullable;

/// Statistics over facts in the plainest way: one fact after the other.
public final class NaiveStatistics {

    private final List<Fact> facts;

    /// @param facts all there are
    public NaiveStatistics(List<Fact> facts) {
        this.facts = facts.stream().filter(fact -> !fact.isRetracted()).toList();
    }

    /// The groups of `/statistics/events`.
    public List<ObjectNode> events(List<String> by, Predicate<Fact> filter) {
        List<ObjectNode> items = new ArrayList<>();
        groups(by, facts.stream().filter(filter).toList())
                .forEach((group, counted) -> items.add(json(group).put("facts", counted.size())));
        return items;
    }

    /// The groups of `/statistics/rounds`, of rounds that hold.
    ///
    /// @param currencies none for all
    public List<ObjectNode> rounds(
            List<String> by, Set<String> currencies, Predicate<Fact> filter) {
        List<Fact> rounds =
                facts.stream()
                        .filter(fact -> fact.details() instanceof Funded)
                        .filter(filter)
                        .filter(fact ->
                                currencies.isEmpty()
                                        || currency(fact) == null
                                        || currencies.contains(currency(fact)))
                        .toList();
        boolean flat = by.contains("currency") || currencies.size() == 1;
        List<ObjectNode> items = new ArrayList<>();
        groups(by, rounds)
                .forEach((group, raised) -> {
                    ObjectNode item = json(group);
                    item.put("rounds", raised.size());
                    item.put(
                            "undisclosed",
                            (int) raised.stream().filter(fact -> currency(fact) == null).count());
                    Map<String, List<Money>> sums = new TreeMap<>();
                    for (Fact fact : raised) {
                        String currency = currency(fact);
                        if (currency != null) {
                            sums.computeIfAbsent(currency, none -> new ArrayList<>())
                                    .add(money(fact));
                        }
                    }
                    if (flat) {
                        sums.forEach((currency, all) -> sum(item, currency, all));
                    } else {
                        var amounts = item.putArray("amounts");
                        sums.forEach((currency, all) ->
                                sum(amounts.addObject().put("rounds", all.size()), currency, all));
                    }
                    items.add(item);
                });
        return items;
    }

    private static void sum(ObjectNode json, String currency, List<Money> all) {
        json.put("currency", currency);
        BigDecimal least = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.ZERO;
        boolean open = false;
        List<BigDecimal> middles = new ArrayList<>();
        for (Money money : all) {
            BigDecimal low = low(money);
            BigDecimal high = high(money);
            least = least.add(low == null ? BigDecimal.ZERO : low);
            open |= high == null;
            most = high == null ? most : most.add(high);
            middles.add(middle(money, low, high));
        }
        middles.sort(Comparator.naturalOrder());
        if (all.stream().allMatch(NaiveStatistics::isPlain)) {
            json.put("amount", text(least));
        } else {
            json.put("min", text(least));
            if (!open) {
                json.put("max", text(most));
            }
        }
        int n = middles.size();
        BigDecimal median =
                n % 2 == 1
                        ? middles.get(n / 2)
                        : middles.get(n / 2 - 1)
                                .add(middles.get(n / 2))
                                .multiply(new BigDecimal("0.5"));
        json.put("median", text(median));
    }

    private static boolean isPlain(Money money) {
        BigDecimal low = low(money);
        BigDecimal high = high(money);
        return low != null && high != null && low.compareTo(high) == 0;
    }

    private static BigDecimal middle(
            Money money, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        if (money.amount() != null) {
            return money.amount();
        }
        if (low == null || high == null) {
            return low == null ? Objects.requireNonNull(high) : low;
        }
        return low.add(high).multiply(new BigDecimal("0.5"));
    }

    private static @Nullable BigDecimal low(Money money) {
        return money.min() == null && money.max() == null ? money.amount() : money.min();
    }

    private static @Nullable BigDecimal high(Money money) {
        return money.min() == null && money.max() == null ? money.amount() : money.max();
    }

    private static String text(BigDecimal number) {
        String plain = number.toPlainString();
        return plain.contains(".") ? plain.replaceFirst("0+$", "").replaceFirst("\\.$", "") : plain;
    }

    private static Money money(Fact fact) {
        return Objects.requireNonNull(((Funded) fact.details()).money());
    }

    private static @Nullable String currency(Fact fact) {
        Money money = ((Funded) fact.details()).money();
        return money == null || money.currency() == null ? null : money.currency().code();
    }

    private Map<List<String>, List<Fact>> groupsOf(List<String> by, List<Fact> of) {
        Map<List<String>, List<Fact>> groups = new LinkedHashMap<>();
        for (Fact fact : of) {
            groups.computeIfAbsent(
                            by.stream()
                                    .map(dimension -> dimension + "=" + value(dimension, fact))
                                    .toList(),
                            none -> new ArrayList<>())
                    .add(fact);
        }
        if (by.isEmpty() && groups.isEmpty()) {
            groups.put(List.of(), List.of());
        }
        return groups;
    }

    private Map<List<String>, List<Fact>> groups(List<String> by, List<Fact> of) {
        Map<List<String>, List<Fact>> unordered = groupsOf(by, of);
        Map<List<String>, List<Fact>> groups = new LinkedHashMap<>();
        // "~" sorts behind all that is known
        unordered.keySet().stream()
                .sorted(Comparator.comparing(group -> String.join("\u0001", group)))
                .forEach(group -> groups.put(group, unordered.getOrDefault(group, List.of())));
        return groups;
    }

    private static ObjectNode json(List<String> group) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (String part : group) {
            String value = part.substring(part.indexOf('=') + 1);
            if (!value.equals("~")) {
                json.put(part.substring(0, part.indexOf('=')), value);
            }
        }
        return json;
    }

    /// What stands for a fact in a dimension; `~` where it is not known.
    private String value(String dimension, Fact fact) {
        String value =
                switch (dimension) {
                    case "type" -> fact.type();
                    case "year" -> common(fact, 4);
                    case "month" -> common(fact, 7);
                    case "country" -> countryOf(fact.subject());
                    case "round" -> Words.kebab(((Funded) fact.details()).round().name());
                    default -> currency(fact);
                };
        return value == null ? "~" : value;
    }

    /// The first characters of all days that a date can mean.
    private static @Nullable String common(Fact fact, int length) {
        LocalDate first = fact.when().edtf().earliest().orElse(null);
        LocalDate last = fact.when().edtf().latest().orElse(null);
        if (first == null || last == null) {
            return null;
        }
        String start = first.toString().substring(0, length);
        return last.toString().startsWith(start) ? start : null;
    }

    /// The country of a company, by its own facts.
    public @Nullable String countryOf(CompanyId company) {
        return CompanySummary.of(
                        company,
                        null,
                        facts.stream().filter(fact -> fact.subject().equals(company)).toList())
                .country();
    }
}
