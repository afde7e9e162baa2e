package org.companytimeline.model.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which heads of a company are one fact.
final class NaivePlacement {

    private final List<NaiveHead> heads;

    private NaivePlacement(List<NaiveHead> heads) {
        this.heads = heads;
    }

    /// The heads of each fact, the one that started it first.
    static List<List<NaiveHead>> facts(List<NaiveHead> heads) {
        NaivePlacement placement =
                new NaivePlacement(heads.stream().sorted(NaiveHead.RECORDED_ORDER).toList());
        Map<String, List<NaiveHead>> blocks = new TreeMap<>();
        for (NaiveHead head : placement.heads) {
            blocks.computeIfAbsent(placement.block(head), none -> new ArrayList<>()).add(head);
        }
        return blocks.values().stream().flatMap(block -> placement.place(block).stream()).toList();
    }

    /// The block under which a head lies: that of the first of its thread, retracted ones only
    /// where there is no other.
    private String block(NaiveHead head) {
        List<NaiveHead> thread = heads.stream().filter(head::sharesThread).toList();
        return Stream.concat(
                        thread.stream().filter(NaiveHead::stands),
                        thread.stream().filter(other -> !other.stands()))
                .findFirst()
                .orElse(head)
                .block();
    }

    private List<List<NaiveHead>> place(List<NaiveHead> block) {
        List<NaiveHead> order =
                block.stream()
                        .sorted(
                                Comparator.comparing((NaiveHead head) -> !head.stands())
                                        .thenComparing(head -> head.thread() == null)
                                        .thenComparing(head -> !head.block().equals(block(head)))
                                        .thenComparingLong(head -> width(head.claim()))
                                        .thenComparing(NaiveHead.RECORDED_ORDER))
                        .toList();
        List<List<NaiveHead>> facts = new ArrayList<>();
        for (NaiveHead head : order) {
            best(head, facts).add(head);
        }
        return facts;
    }

    private static List<NaiveHead> best(NaiveHead head, List<List<NaiveHead>> facts) {
        for (List<NaiveHead> fact : facts) {
            if (fact.stream().anyMatch(head::sharesThread)) {
                return fact;
            }
        }
        return facts.stream()
                .filter(fact -> fits(head, fact))
                .min(
                        Comparator.comparingLong((List<NaiveHead> fact) ->
                                        apart(head.claim(), fact.getFirst().claim()))
                                .thenComparing(fact -> amountApart(head, fact.getFirst()))
                                .thenComparing(List::getFirst, NaiveHead.RECORDED_ORDER))
                .orElseGet(() -> {
                    List<NaiveHead> fact = new ArrayList<>();
                    facts.add(fact);
                    return fact;
                });
    }

    private static boolean fits(NaiveHead head, List<NaiveHead> fact) {
        if (fact.stream().anyMatch(head::isRivalOf)) {
            return false;
        }
        NaiveEvent a = head.claim();
        NaiveEvent b = fact.getFirst().claim();
        NaiveRule rule = NaiveRule.of(a.type());
        if (rule.days() == null) {
            return true;
        }
        long furthest = Math.max(a.to(), b.to()) - Math.min(a.from(), b.from());
        if (apart(a, b) > 0 && furthest > rule.days()) {
            return false;
        }
        if (rule.amounts() == null) {
            return true;
        }
        BigDecimal one = amount(a);
        BigDecimal other = amount(b);
        return (one != null && other != null)
                ? NaiveValues.isWithin(one, other, rule.amounts())
                : (one == null && other == null);
    }

    /// How far apart two dates are that do not meet.
    static long apart(NaiveEvent a, NaiveEvent b) {
        return Math.max(0, Math.max(a.from() - b.to(), b.from() - a.to()));
    }

    static long width(NaiveEvent claim) {
        return claim.to() - claim.from();
    }

    private static BigDecimal amountApart(NaiveHead a, NaiveHead b) {
        BigDecimal far = new BigDecimal("1e40");
        NaiveRule rule = NaiveRule.of(a.claim().type());
        BigDecimal one = amount(a.claim());
        BigDecimal other = amount(b.claim());
        return (rule.nearest() || rule.amounts() != null)
                        && one != null
                        && other != null
                        && money(a.claim())
                                .path("currency")
                                .equals(money(b.claim()).path("currency"))
                ? one.subtract(other).abs()
                : far;
    }

    private static JsonNode money(NaiveEvent claim) {
        return claim.details().has("price")
                ? claim.details().path("price")
                : claim.details().path("money");
    }

    private static @Nullable BigDecimal amount(NaiveEvent claim) {
        return NaiveValues.amount(money(claim));
    }
}
