package org.companytimeline.model;

import static org.companytimeline.model.StateJson.details;
import static org.companytimeline.model.StateJson.object;
import static org.companytimeline.model.StateJson.restingOn;
import static org.companytimeline.model.StateJson.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.companytimeline.event.CompanyEvent.Acquired;
import org.companytimeline.event.CompanyEvent.Contracted;
import org.companytimeline.event.CompanyEvent.Founded;
import org.companytimeline.event.CompanyEvent.Funded;
import org.companytimeline.event.CompanyEvent.HeadcountReported;
import org.companytimeline.event.CompanyEvent.Identified;
import org.companytimeline.event.CompanyEvent.JoinedProgramme;
import org.companytimeline.event.CompanyEvent.Partnered;
import org.companytimeline.event.CompanyEvent.Relocated;
import org.companytimeline.event.CompanyEvent.Renamed;
import org.companytimeline.event.CompanyEvent.Valued;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.IdentifierScheme;
import org.companytimeline.event.Mention;
import org.companytimeline.event.Mentions;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.event.ValuationKind;
import org.jspecify.annotations.Nullable;

/// What a company is, by its facts: pure, like the fold.
///
/// Only facts that are reported or confirmed count: what is planned, rumoured, denied or cancelled
/// stands on the timeline and changes nothing here. Later facts win over earlier ones, in timeline
/// order.
public final class CompanyState {

    private final CompanyId id;
    private final List<Fact> own;
    private final List<Fact> others;

    private CompanyState(CompanyId id, Collection<Fact> facts) {
        this.id = id;
        List<Fact> held = Fact.inOrder(facts.stream().filter(Fact::holds).toList());
        own = held.stream().filter(fact -> fact.subject().equals(id)).toList();
        others = held.stream().filter(fact -> !fact.subject().equals(id)).toList();
    }

    /// The folded state as JSON: `{id, name, names[], founded, headquarters, offices[], people[],
    /// funding, valuation, status, ended, listings[], partners[], customers[], suppliers[],
    /// investments[], acquisitions[], products[], programmes[], headcount, identifiers[]}`. Single
    /// values that are not known are left out; each value names the `facts` that it rests on.
    ///
    /// @param lastName the latest name that its own events give, else what others call it; null
    ///   where nobody named it (the id stands in)
    /// @param facts the facts on its timeline, those of other companies that name it among them
    public static ObjectNode of(CompanyId id, @Nullable String lastName, Collection<Fact> facts) {
        CompanyState state = new CompanyState(id, facts);
        CompanySummary summary = CompanySummary.of(id, lastName, facts);
        String name = summary.displayName() == null ? id.value() : summary.displayName();
        ObjectNode json = object();
        json.put("id", id.value());
        json.put("name", name);
        json.set("names", state.names(name));
        set(json, "founded", state.founded());
        set(json, "headquarters", state.headquarters());
        json.set("offices", Spells.offices(state.own));
        json.set("people", Spells.people(state.own));
        json.set("funding", Funding.of(state.facts(Funded.class)));
        set(json, "valuation", state.valuation());
        json.put("status", summary.status());
        set(json, "ended", state.ended());
        json.set("listings", Spells.listings(state.own));
        json.set("partners", state.partners());
        json.set("customers", state.named(state.facts(Contracted.class)));
        json.set("suppliers", state.naming(Contracted.class));
        json.set("investments", state.naming(Funded.class));
        json.set("acquisitions", state.naming(Acquired.class));
        json.set("products", Spells.products(state.own));
        json.set("programmes", state.each(JoinedProgramme.class, "programme", "kind", "batch"));
        set(json, "headcount", state.headcount());
        json.set("identifiers", state.identifiers());
        return json;
    }

    private static void set(ObjectNode json, String name, @Nullable JsonNode value) {
        if (value != null) {
            json.set(name, value);
        }
    }

    private List<Fact> facts(Class<?> type) {
        return own.stream().filter(fact -> type.isInstance(fact.details())).toList();
    }

    private @Nullable Fact last(Class<?> type) {
        List<Fact> facts = facts(type);
        return facts.isEmpty() ? null : facts.getLast();
    }

    /// Every name it goes or went by, the current one first, with the facts that say so (none for a
    /// name that its events merely give).
    private ArrayNode names(String current) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, List<Fact>> facts = new LinkedHashMap<>();
        names.put(Words.of(current), current);
        for (Fact fact : own) {
            if (fact.details() instanceof Renamed renamed) {
                addName(renamed.name(), fact, names, facts);
                addName(renamed.formerName(), fact, names, facts);
            } else if (fact.details() instanceof Identified identified
                    && identified.scheme() == IdentifierScheme.ALIAS) {
                addName(identified.value(), fact, names, facts);
            }
        }
        for (Fact fact : own) {
            for (RecordedEvent claim : fact.claims()) {
                String given = claim.event().company().name();
                if (given != null) {
                    names.putIfAbsent(Words.of(given), given);
                }
            }
        }
        ArrayNode json = object().arrayNode();
        names.forEach((key, name) ->
                json.add(
                        restingOn(object().put("name", name), facts.getOrDefault(key, List.of()))));
        return json;
    }

    private static void addName(
            @Nullable String name,
            Fact fact,
            Map<String, String> names,
            Map<String, List<Fact>> facts) {
        if (name != null) {
            String key = Words.of(name);
            names.putIfAbsent(key, name);
            facts.computeIfAbsent(key, none -> new ArrayList<>()).add(fact);
        }
    }

    private @Nullable ObjectNode founded() {
        Fact fact = last(Founded.class);
        return fact == null
                ? null
                : restingOn(when(details(fact, "founders", "place"), "when", fact), List.of(fact));
    }

    /// Where it sits, since when, and `history`: where it was founded and every move, in order.
    private @Nullable ObjectNode headquarters() {
        ArrayNode history = object().arrayNode();
        for (Fact fact : own) {
            JsonNode place =
                    fact.details() instanceof Founded
                            ? StateJson.detail(fact, "place")
                            : fact.details() instanceof Relocated
                                    ? StateJson.detail(fact, "to")
                                    : null;
            if (place != null) {
                ObjectNode seat = object();
                seat.set("place", place);
                history.add(restingOn(when(seat, "since", fact), List.of(fact)));
            }
        }
        if (history.isEmpty()) {
            return null;
        }
        ObjectNode current = history.get(history.size() - 1).deepCopy();
        current.set("history", history);
        return current;
    }

    /// The last disclosed one that is no mere target.
    private @Nullable ObjectNode valuation() {
        Fact last = null;
        for (Fact fact : own) {
            if (fact.details() instanceof Valued valued
                    && valued.kind() != ValuationKind.TARGET
                    && Amount.of(valued.money()) != null) {
                last = fact;
            }
        }
        return last == null
                ? null
                : restingOn(when(details(last, "money", "kind"), "when", last), List.of(last));
    }

    private @Nullable ObjectNode ended() {
        Fact fact = CompanySummary.ending(id, own);
        if (fact == null) {
            return null;
        }
        ObjectNode how = object().put("type", fact.type());
        how.setAll(details(fact, "kind", "acquirer", "with", "successor"));
        return restingOn(when(how, "when", fact), List.of(fact));
    }

    private @Nullable ObjectNode headcount() {
        Fact fact = last(HeadcountReported.class);
        return fact == null
                ? null
                : restingOn(when(details(fact, "count", "percent"), "when", fact), List.of(fact));
    }

    private ArrayNode each(Class<?> type, String... fields) {
        ArrayNode json = object().arrayNode();
        for (Fact fact : facts(type)) {
            json.add(restingOn(when(details(fact, fields), "when", fact), List.of(fact)));
        }
        return json;
    }

    private ArrayNode identifiers() {
        ArrayNode json = object().arrayNode();
        for (Fact fact : facts(Identified.class)) {
            json.add(restingOn(details(fact, "scheme", "value"), List.of(fact)));
        }
        return json;
    }

    /// Whom it names as partners, and who names it as theirs.
    private ArrayNode partners() {
        ArrayNode json = named(facts(Partnered.class));
        json.addAll(naming(Partnered.class));
        return json;
    }

    /// The companies that its own facts name, each once, in the order of the facts.
    private ArrayNode named(List<Fact> facts) {
        Map<String, Mention> companies = new LinkedHashMap<>();
        Map<String, List<Fact>> restingOn = new LinkedHashMap<>();
        for (Fact fact : facts) {
            for (Mention mention : Mentions.in(fact.details())) {
                String key = Keys.company(mention);
                companies.putIfAbsent(key, mention);
                List<Fact> saying = restingOn.computeIfAbsent(key, none -> new ArrayList<>());
                if (saying.isEmpty() || !saying.getLast().equals(fact)) {
                    saying.add(fact);
                }
            }
        }
        ArrayNode json = object().arrayNode();
        companies.forEach((key, mention) -> {
            ObjectNode company = object();
            if (mention.name() != null) {
                company.put("name", mention.name());
            }
            if (mention.company() != null) {
                company.put("company", mention.company().value());
            }
            json.add(restingOn(company, restingOn.getOrDefault(key, List.of())));
        });
        return json;
    }

    /// The companies whose facts of this type name it, each once, in the order of the facts.
    private ArrayNode naming(Class<?> type) {
        Map<CompanyId, List<Fact>> companies = new LinkedHashMap<>();
        for (Fact fact : others) {
            if (type.isInstance(fact.details())) {
                companies.computeIfAbsent(fact.subject(), none -> new ArrayList<>()).add(fact);
            }
        }
        ArrayNode json = object().arrayNode();
        companies.forEach((company, facts) ->
                json.add(restingOn(object().put("company", company.value()), facts)));
        return json;
    }
}
