package org.companytimeline.model;

import static org.companytimeline.model.StateJson.details;
import static org.companytimeline.model.StateJson.object;
import static org.companytimeline.model.StateJson.restingOn;
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

/// The money that a company raised, per currency. A round whose amount is not disclosed is counted
/// and adds nothing; of one that is only bounded the lower bound is added, and the total is then
/// approximate.
final class Funding {

    private final List<Fact> rounds = new ArrayList<>();
    private BigDecimal total = BigDecimal.ZERO;
    private boolean approximate;

    private Funding() {}

    /// `{rounds, undisclosedRounds, totals: [{currency, amount, approximate, rounds, facts[]}],
    /// lastRound{round, money, when, facts[]}}`.
    ///
    /// @param funded the facts of rounds that took place, in timeline order
    static ObjectNode of(List<Fact> funded) {
        TreeMap<String, Funding> byCurrency = new TreeMap<>();
        int undisclosed = 0;
        for (Fact fact : funded) {
            Money money = money(fact);
            Amount amount = Amount.of(money);
            if (amount == null) {
                undisclosed++;
            } else {
                byCurrency
                        .computeIfAbsent(amount.currency().code(), none -> new Funding())
                        .add(fact, amount, money);
            }
        }
        ObjectNode json = object();
        json.put("rounds", funded.size());
        json.put("undisclosedRounds", undisclosed);
        ArrayNode totals = json.putArray("totals");
        byCurrency.forEach((currency, funding) -> totals.add(funding.total(currency)));
        if (!funded.isEmpty()) {
            Fact last = funded.getLast();
            json.set(
                    "lastRound",
                    restingOn(when(details(last, "round", "money"), "when", last), List.of(last)));
        }
        return json;
    }

    private void add(Fact fact, Amount amount, @Nullable Money money) {
        boolean exact = money != null && money.amount() != null;
        BigDecimal lower = amount.low() == null ? BigDecimal.ZERO : amount.low();
        rounds.add(fact);
        total = total.add(exact ? amount.typical() : lower);
        approximate = approximate || amount.approximate() || !exact;
    }

    private ObjectNode total(String currency) {
        ObjectNode json = object();
        json.put("currency", currency);
        json.put("amount", plain(total));
        json.put("approximate", approximate);
        json.put("rounds", rounds.size());
        return restingOn(json, rounds);
    }

    private static @Nullable Money money(Fact fact) {
        return fact.details() instanceof Funded funded ? funded.money() : null;
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
