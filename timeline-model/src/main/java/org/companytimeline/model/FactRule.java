package org.companytimeline.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.companytimeline.event.CompanyEvent;
import org.companytimeline.event.Money;
import org.jspecify.annotations.Nullable;

/// Which claims of one type are one fact, and where the claims of a fact can contradict each other.
///
/// @param type the type's JSON name
/// @param details the record of its details
/// @param key what must be the same in two claims, besides company and type
/// @param slack how many days apart two dates that do not meet may lie; null where the date does
///   not count, so that another date is a conflict and not another fact
/// @param amount the sum of money that tells which of several facts fits best; null where there is
///   none
/// @param amountSlack the part of the larger sum by which two sums may differ; null where any may
/// @param fields where claims can contradict each other, besides `when` and `status`
record FactRule<E extends CompanyEvent>(
        String type,
        Class<E> details,
        List<KeyPart<E>> key,
        @Nullable Integer slack,
        @Nullable Reading<E, Money> amount,
        @Nullable BigDecimal amountSlack,
        List<Field<E, ?>> fields) {

    /// One part of a natural key.
    ///
    /// @param name the field that it is read from
    /// @param value empty where the claim does not say; without `|`
    record KeyPart<E>(String name, Reading<E, String> value) {}

    /// A rule that makes all claims of the type one fact; what follows narrows it.
    static <E extends CompanyEvent> FactRule<E> of(String type, Class<E> details) {
        return new FactRule<>(type, details, List.of(), null, null, null, List.of());
    }

    /// Two claims of one fact have this in common.
    FactRule<E> key(String name, Reading<E, String> value) {
        return new FactRule<>(
                type,
                details,
                plus(key, new KeyPart<>(name, value)),
                slack,
                amount,
                amountSlack,
                fields);
    }

    /// The dates of two claims of one fact meet, or lie within this many days.
    FactRule<E> within(int days) {
        return new FactRule<>(type, details, key, days, amount, amountSlack, fields);
    }

    /// Among several facts a claim joins the one whose sum of money is nearest.
    FactRule<E> nearest(Reading<E, Money> sum) {
        return new FactRule<>(type, details, key, slack, sum, amountSlack, fields);
    }

    /// The sums of money of two claims of one fact differ at most by this part of the larger.
    FactRule<E> within(BigDecimal part, Reading<E, Money> sum) {
        return new FactRule<>(type, details, key, slack, sum, part, fields);
    }

    /// Claims of one fact can contradict each other in this field.
    <T> FactRule<E> compare(String name, Reading<E, T> value, Comparison<? super T> comparison) {
        return new FactRule<>(
                type,
                details,
                key,
                slack,
                amount,
                amountSlack,
                plus(fields, new Field<>(name, value, comparison)));
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return List.copyOf(longer);
    }

    /// The natural key of a claim, `|` before each part.
    String keyOf(CompanyEvent claim) {
        E typed = details.cast(claim);
        StringBuilder text = new StringBuilder(type);
        for (KeyPart<E> part : key) {
            String value = part.value.of(typed);
            text.append('|').append(value == null ? "" : value);
        }
        return text.toString();
    }

    /// The sum of money of a claim; null where it has none or does not disclose it.
    @Nullable Amount amountOf(CompanyEvent claim) {
        return amount == null ? null : Amount.of(amount.of(details.cast(claim)));
    }

    /// Whether a claim of the same key can join the fact that the other one starts.
    boolean isMatch(Claim claim, Claim first) {
        if (slack != null && !claim.days().isWithin(slack, first.days())) {
            return false;
        }
        if (amountSlack == null) {
            return true;
        }
        Amount sum = claim.sum();
        Amount other = first.sum();
        return sum == null ? other == null : other != null && sum.isWithin(amountSlack, other);
    }

    /// How many of the fields that can be compared a claim speaks of.
    int fieldsSaid(CompanyEvent claim) {
        E typed = details.cast(claim);
        int said = 0;
        for (Field<E, ?> field : fields) {
            said += field.isSaid(typed) ? 1 : 0;
        }
        return said;
    }

    /// The fields in which any two of these claims contradict each other.
    List<Field<E, ?>> contradicted(List<? extends CompanyEvent> claims) {
        List<E> typed = new ArrayList<>(claims.size());
        for (CompanyEvent claim : claims) {
            typed.add(details.cast(claim));
        }
        List<Field<E, ?>> contradicted = new ArrayList<>();
        for (Field<E, ?> field : fields) {
            if (field.contradict(typed)) {
                contradicted.add(field);
            }
        }
        return contradicted;
    }
}
