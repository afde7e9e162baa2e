package org.companytimeline.model;

import static org.companytimeline.model.StateJson.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.companytimeline.event.CompanyEvent.Identified;
import org.companytimeline.event.CompanyEvent.Renamed;
import org.companytimeline.event.IdentifierScheme;
import org.companytimeline.event.RecordedEvent;
import org.companytimeline.event.When;

/// Every name that a company goes or went by.
final class Names {

    private final StateJson state;
    private final ArrayNode json = object().arrayNode();
    private final Set<String> listed = new HashSet<>();

    private Names(StateJson state) {
        this.state = state;
    }

    /// `[{name, kind, since, until, certainty, facts[]}]`: the `current` one, `former` ones from
    /// the last to the first, each `alias`, and what else its events give as its name (`given`,
    /// which rests on no fact). A name that is in force or was is no alias, and neither is given.
    ///
    /// @param current the name it goes by
    static ArrayNode of(String current, List<Fact> inOrder, StateJson state) {
        Names names = new Names(state);
        names.taken(current, inOrder);
        names.aliases(inOrder);
        names.given(inOrder);
        return names.json;
    }

    private void taken(String current, List<Fact> inOrder) {
        Sequence<String> taken = new Sequence<>(Names::areSame, Names::areSame);
        for (Fact fact : inOrder) {
            if (fact.details() instanceof Renamed renamed) {
                taken.take(renamed.name(), renamed.formerName(), fact);
            }
        }
        if (taken.turns().isEmpty()) {
            add(current, "current", List.of());
        }
        for (Sequence.Turn<String> turn : taken.turns().reversed()) {
            Spell spell = turn.spell();
            ObjectNode name =
                    spell.isOpen() ? name(current, "current") : name(turn.value(), "former");
            listed.add(Words.of(turn.value()));
            json.add(state.restingOn(spell.span(name), spell.facts()));
        }
    }

    private static boolean areSame(String one, String other) {
        return Words.of(one).equals(Words.of(other));
    }

    private void aliases(List<Fact> inOrder) {
        Map<String, List<Fact>> aliases = new LinkedHashMap<>();
        for (Fact fact : inOrder) {
            if (fact.details() instanceof Identified identified
                    && identified.scheme() == IdentifierScheme.ALIAS) {
                aliases.computeIfAbsent(Words.of(identified.value()), none -> new ArrayList<>())
                        .add(fact);
            }
        }
        aliases.forEach((key, facts) -> {
            if (facts.getFirst().details() instanceof Identified identified && listed.add(key)) {
                ObjectNode name = name(identified.value(), "alias");
                StateJson.when(name, "since", facts.getFirst());
                if (identified.until() != null) {
                    name.set("until", WhenJson.of(When.of(identified.until())));
                }
                json.add(state.restingOn(name, facts));
            }
        });
    }

    private void given(List<Fact> inOrder) {
        for (Fact fact : inOrder) {
            for (RecordedEvent claim : fact.claims()) {
                String given = claim.event().company().name();
                if (given != null && listed.add(Words.of(given))) {
                    add(given, "given", List.of());
                }
            }
        }
    }

    private void add(String name, String kind, List<Fact> facts) {
        listed.add(Words.of(name));
        json.add(state.restingOn(name(name, kind), facts));
    }

    private static ObjectNode name(String name, String kind) {
        return object().put("name", name).put("kind", kind);
    }
}
