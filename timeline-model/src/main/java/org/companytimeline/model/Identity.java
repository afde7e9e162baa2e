package org.companytimeline.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.companytimeline.event.CompanyEvent;
import org.jspecify.annotations.Nullable;

/// Why the claims of a fact are one fact: what they have in common, and the rule of their type in
/// words.
///
/// @param key what must be the same, as it is compared
/// @param sentence for readers
record Identity(List<Part> key, String sentence) {

    /// One part of a key.
    ///
    /// @param field the field that it is read from
    /// @param value in the form in which it is compared; empty where the claims do not say
    record Part(String field, String value) {}

    static Identity of(Fact fact, FactRule<?> rule) {
        List<Part> key = parts(rule, atHome(fact));
        return new Identity(
                key,
                String.join(
                        " ",
                        sameness(fact, rule, key),
                        "Each claim is compared with the first one of a fact; where several facts"
                                + " fit, it joins the one with the nearest date"
                                + (rule.amount() == null
                                        ? ", then the one whose first claim was recorded first."
                                        : ", then the nearest amount, then the one whose first"
                                                + " claim was recorded first."),
                        "Claims with one thread are one fact whatever they say, and two threads of"
                                + " one publisher never are."));
    }

    private static String sameness(Fact fact, FactRule<?> rule, List<Part> key) {
        String claims =
                "Claims about %s of type %s are one fact".formatted(fact.subject(), fact.type());
        String same =
                key.isEmpty()
                        ? ""
                        : " if they have the same "
                                + key.stream()
                                        .map(Identity::named)
                                        .collect(Collectors.joining(" and the same "));
        String dates = dates(rule.slack(), key.isEmpty());
        return claims + same + dates + amounts(rule.amountSlack()) + ".";
    }

    private static String named(Part part) {
        return part.value.isEmpty()
                ? "%s (none is given)".formatted(part.field)
                : "%s (%s)".formatted(part.field, part.value);
    }

    private static String dates(@Nullable Integer days, boolean only) {
        if (days == null) {
            return ", whatever their dates: another date is a conflict and not another fact";
        }
        String joined = only ? " if" : " and";
        return days == 0
                ? joined + " there is a day that both dates can mean"
                : joined
                        + " there is a day that both dates can mean, or all days that they can mean lie within %d days"
                                .formatted(days);
    }

    private static String amounts(@Nullable BigDecimal part) {
        return part == null
                ? ""
                : ", and their amounts differ by no more than %s %%"
                        .formatted(part.movePointRight(2).stripTrailingZeros().toPlainString());
    }

    /// The details of a claim whose own content has the key of the block. There is one: only a
    /// claim that follows its thread has another, and the thread's first has the block's.
    private static CompanyEvent atHome(Fact fact) {
        return fact.lineages().stream()
                .map(lineage -> lineage.head().event())
                .filter(event -> Block.of(event).equals(fact.block()))
                .findFirst()
                .orElseGet(() -> fact.leading().event())
                .details();
    }

    private static <E extends CompanyEvent> List<Part> parts(FactRule<E> rule, CompanyEvent claim) {
        E typed = rule.details().cast(claim);
        return rule.key().stream()
                .map(part -> {
                    String value = part.value().of(typed);
                    return new Part(part.name(), value == null ? "" : value);
                })
                .toList();
    }
}
