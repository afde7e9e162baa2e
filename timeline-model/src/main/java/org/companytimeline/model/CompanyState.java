package org.companytimeline.model;

import static org.companytimeline.model.StateJson.details;
import static org.companytimeline.model.StateJson.object;
import static org.companytimeline.model.StateJson.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
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
import org.companytimeline.event.CompanyEvent.JoinedProgramme;
import org.companytimeline.event.CompanyEvent.Partnered;
import org.companytimeline.event.CompanyEvent.Valued;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.Mention;
import org.companytimeline.event.Mentions;
import org.companytimeline.event.ValuationKind;
import org.jspecify.annotations.Nullable;

/// What a company is, by its facts: pure, like the fold.
///
/// Only facts that are reported or confirmed count: what is planned, rumoured, denied or cancelled
/// stands on the timeline and changes nothing here, except that a company of which only a founding
/// is planned is `planned`. Later facts win over earlier ones, in timeline order.
public final class CompanyState {

    private final CompanyId id;
    private final List<Fact> all;
    private final List<Fact> own;
    private final List<Fact> others;
    private final Map<Identifier, Rivals> rivals;
    private final StateJson json;

    private CompanyState(
            CompanyId id, Collection<Fact> facts, Map<Identifier, Rivals> rivals, StateJson json) {
        this.id = id;
        this.rivals = rivals;
        this.json = json;
        all = Fact.inOrder(facts);
        List<Fact> held = all.stream().filter(Fact::holds).toList();
        own = held.stream().filter(fact -> fact.subject().equals(id)).toList();
        others = held.stream().filter(fact -> !fact.subject().equals(id)).toList();
    }

    /// The folded state where nobody else holds its identifiers.
    ///
    /// @see #of(CompanyId, String, Collection, Map, LocalDate)
    public static ObjectNode of(
            CompanyId id,
            @Nullable String lastName,
            Collection<Fact> facts,
            @Nullable LocalDate asOf) {
        return of(id, lastName, facts, Map.of(), asOf);
    }

    /// The folded state as JSON: `{id, name, names[], founded, headquarters, registeredOffice,
    /// offices[], people[], chiefExecutives[], funding, valuation, status, ended, planned,
    /// listings[], partners[], customers[], suppliers[], investments[], acquisitions[], products[],
    /// programmes[], headcount, identifiers[]}`. Single values that are not known are left out;
    /// each value names the `facts` that it rests on and its `certainty`: `possible`, `disputed`,
    /// `reported` or `confirmed`.
    ///
    /// @param lastName the latest name that its own events give, else what others call it; null
    ///   where nobody named it (the id stands in)
    /// @param facts the facts on its timeline, those of other companies that name it among them
    /// @param rivals of the identifiers that others hold too
    /// @param asOf the day that is asked about: what may have happened later is only `possible`;
    ///   null where no day is
    public static ObjectNode of(
            CompanyId id,
            @Nullable String lastName,
            Collection<Fact> facts,
            Map<Identifier, Rivals> rivals,
            @Nullable LocalDate asOf) {
        CompanySummary summary = CompanySummary.of(id, lastName, facts);
        return new CompanyState(id, facts, rivals, new StateJson(asOf)).json(summary);
    }

    private ObjectNode json(CompanySummary summary) {
        String name = summary.displayName() == null ? id.value() : summary.displayName();
        List<ObjectNode> people = Spells.people(own, json);
        ObjectNode state = object();
        state.put("id", id.value());
        state.put("name", name);
        state.set("names", Names.of(name, own, json));
        set(state, "founded", founded());
        set(state, "headquarters", Seats.headquarters(own, json));
        set(state, "registeredOffice", Seats.registeredOffice(own, json));
        state.putArray("offices").addAll(Spells.offices(own, json));
        state.putArray("people").addAll(people);
        state.putArray("chiefExecutives").addAll(inOffice(Role.CHIEF_EXECUTIVE, people));
        state.set("funding", Funding.of(facts(Funded.class), json));
        set(state, "valuation", valuation());
        state.put("status", summary.status());
        set(state, "ended", ended());
        set(state, "planned", summary.status().equals(CompanySummary.PLANNED) ? planned() : null);
        state.putArray("listings").addAll(Spells.listings(own, json));
        state.set("partners", partners());
        state.set("customers", named(facts(Contracted.class)));
        state.set("suppliers", naming(Contracted.class));
        state.set("investments", naming(Funded.class));
        state.set("acquisitions", naming(Acquired.class));
        state.putArray("products").addAll(Spells.products(own, json));
        state.set("programmes", each(JoinedProgramme.class, "programme", "kind", "batch"));
        set(state, "headcount", headcount());
        state.set("identifiers", Identifiers.of(own, rivals, json));
        return state;
    }

    private ObjectNode restingOn(ObjectNode part, List<Fact> facts) {
        return json.restingOn(part, facts);
    }

    /// Those who hold an office now.
    private static List<ObjectNode> inOffice(Role role, List<ObjectNode> people) {
        return people.stream()
                .filter(person ->
                        person.path("role").asText().equals(role.jsonName())
                                && person.path("current").booleanValue())
                .map(ObjectNode::deepCopy)
                .toList();
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

    private @Nullable ObjectNode founded() {
        Fact fact = last(Founded.class);
        return fact == null
                ? null
                : restingOn(when(details(fact, "founders", "place"), "when", fact), List.of(fact));
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

    /// The last founding that is only planned.
    private @Nullable ObjectNode planned() {
        Fact fact = CompanySummary.planned(id, all);
        return fact == null ? null : restingOn(when(object(), "when", fact), List.of(fact));
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
