package org.companytimeline.model;

import static org.companytimeline.model.StateJson.details;
import static org.companytimeline.model.StateJson.object;
import static org.companytimeline.model.StateJson.when;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.companytimeline.event.CompanyEvent.Funded;
import org.companytimeline.event.Money;
import org.jspecify.annotations.Nullable;

/// The money that a company raised in one currency, as the sums of what each round can have been at
/// least and at most. A round is one fact, however many reported it; one that is not disclosed is
/// counted and adds nothing.
final class Funding {

    private final List<Fact> rounds = new ArrayList<>();
    private BigDecimal least = BigDecimal.ZERO;
    private @Nullable BigDecimal most = BigDecimal.ZERO;
    private boolean isPlain = true;
    private boolean isApproximate;

    private Funding() {}

    /// `{rounds, undisclosedRounds, totals: [{currency, amount, min, max, approximate, rounds,
    /// certainty, facts[]}], lastRound{round, money, when, certainty, facts[]}}`. A total has an
    /// `amount` where every round of it is a plain one, else `min`, and `max` unless a round is
    /// open above.
    ///
    /// @param funded the facts of rounds that took place, in timeline order
    static ObjectNode of(List<Fact> funded, StateJson state) {
        TreeMap<String, Funding> byCurrency = new TreeMap<>();
        int undisclosed = 0;
        for (Fact fact : funded) {
            Money money = fact.details() instanceof Funded round ? round.money() : null;
            Amount amount = Amount.of(money);
            if (amount == null) {
                undisclosed++;
            } else {
                byCurrency
                        .computeIfAbsent(amount.currency().code(), none -> new Funding())
                        .add(fact, amount);
            }
        }
        ObjectNode json = object();
        json.put("rounds", funded.size());
        json.put("undisclosedRounds", undisclosed);
        ArrayNode totals = json.putArray("totals");
        byCurrency.forEach((currency, funding) -> totals.add(funding.total(currency, state)));
        if (!funded.isEmpty()) {
            Fact last = funded.getLast();
            json.set(
                    "lastRound",
                    state.restingOn(
                            when(details(last, "round", "money"), "when", last), List.of(last)));
        }
        return json;
    }

    private void add(Fact fact, Amount amount) {
        rounds.add(fact);
        if (amount.low() != null) {
            least = least.add(amount.low());
        }
        most = most == null || amount.high() == null ? null : most.add(amount.high());
        isPlain &=
                amount.low() != null
                        && amount.high() != null
                        && amount.low().compareTo(amount.high()) == 0;
        isApproximate |= amount.approximate();
    }

    private ObjectNode total(String currency, StateJson state) {
        ObjectNode json = object();
        json.put("currency", currency);
        if (isPlain) {
            json.put("amount", plain(least));
        } else {
            json.put("min", plain(least));
            if (most != null) {
                json.put("max", plain(most));
            }
        }
        json.put("approximate", isApproximate);
        json.put("rounds", rounds.size());
        return state.restingOn(json, rounds);
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
