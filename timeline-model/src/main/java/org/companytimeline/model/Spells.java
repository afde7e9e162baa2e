package org.companytimeline.model;

import static org.companytimeline.model.StateJson.details;
import static org.companytimeline.model.StateJson.object;
import static org.companytimeline.model.StateJson.restingOn;
import static org.companytimeline.model.StateJson.when;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.companytimeline.event.CompanyEvent;
import org.companytimeline.event.CompanyEvent.Appointed;
import org.companytimeline.event.CompanyEvent.Delisted;
import org.companytimeline.event.CompanyEvent.Departed;
import org.companytimeline.event.CompanyEvent.Discontinued;
import org.companytimeline.event.CompanyEvent.Launched;
import org.companytimeline.event.CompanyEvent.Listed;
import org.companytimeline.event.CompanyEvent.OfficeClosed;
import org.companytimeline.event.CompanyEvent.OfficeOpened;
import org.jspecify.annotations.Nullable;

/// What begins with one fact and ends with another: offices, people in office, listings, products.
///
/// Each begins with a fact of one type; the first later fact of the other type that is about the
/// same ends it. `current` tells whether it goes on.
final class Spells {

    private final List<Spell> spells = new ArrayList<>();
    private final Map<String, List<Spell>> open = new HashMap<>();

    private Spells() {}

    /// `[{place, kind, since, until, current, facts[]}]`.
    static ArrayNode offices(List<Fact> inOrder) {
        Spells spells = new Spells();
        for (Fact fact : inOrder) {
            switch (fact.details()) {
                case OfficeOpened opened -> spells.begin(Keys.place(opened.place()), fact);
                case OfficeClosed closed ->
                        spells.end(Keys.place(closed.place()), fact, begun -> true);
                default -> {}
            }
        }
        return spells.json("place", "kind");
    }

    /// `[{person, title, kind, scope, since, until, current, facts[]}]`. A departure ends all that
    /// the person held under that title.
    static ArrayNode people(List<Fact> inOrder) {
        Spells spells = new Spells();
        for (Fact fact : inOrder) {
            switch (fact.details()) {
                case Appointed appointed -> spells.begin(Words.of(appointed.person()), fact);
                case Departed departed ->
                        spells.end(
                                Words.of(departed.person()),
                                fact,
                                begun ->
                                        begun instanceof Appointed appointed
                                                && isSameTitle(appointed, departed));
                default -> {}
            }
        }
        return spells.json("person", "title", "kind", "scope");
    }

    private static boolean isSameTitle(Appointed appointed, Departed departed) {
        return !Comparison.words().contradict(List.of(appointed.title(), departed.title()));
    }

    /// `[{exchange, symbol, since, until, current, facts[]}]`. Without an exchange all listings
    /// end.
    static ArrayNode listings(List<Fact> inOrder) {
        Spells spells = new Spells();
        for (Fact fact : inOrder) {
            switch (fact.details()) {
                case Listed listed -> spells.begin("", fact);
                case Delisted delisted ->
                        spells.end(
                                "",
                                fact,
                                begun ->
                                        begun instanceof Listed listed
                                                && isSame(listed.exchange(), delisted.exchange()));
                default -> {}
            }
        }
        return spells.json("exchange", "symbol");
    }

    /// `[{product, version, since, until, current, facts[]}]`. Without a version all versions of
    /// the product end.
    static ArrayNode products(List<Fact> inOrder) {
        Spells spells = new Spells();
        for (Fact fact : inOrder) {
            switch (fact.details()) {
                case Launched launched -> spells.begin(Words.of(launched.product()), fact);
                case Discontinued ended ->
                        spells.end(
                                Words.of(ended.product()),
                                fact,
                                begun ->
                                        begun instanceof Launched launched
                                                && isSame(launched.version(), ended.version()));
                default -> {}
            }
        }
        return spells.json("product", "version");
    }

    private static boolean isSame(@Nullable String begun, @Nullable String ended) {
        return begun == null || ended == null || Words.of(begun).equals(Words.of(ended));
    }

    private void begin(String key, Fact fact) {
        Spell spell = new Spell(fact);
        spells.add(spell);
        open.computeIfAbsent(key, none -> new ArrayList<>()).add(spell);
    }

    private void end(String key, Fact fact, Predicate<CompanyEvent> ends) {
        open.getOrDefault(key, new ArrayList<>())
                .removeIf(spell -> {
                    boolean ended = ends.test(spell.begin().details());
                    if (ended) {
                        spell.facts.add(fact);
                    }
                    return ended;
                });
    }

    private ArrayNode json(String... fields) {
        ArrayNode json = object().arrayNode();
        spells.forEach(spell -> json.add(spell.json(fields)));
        return json;
    }

    /// One of them: the fact that began it and the one that ended it, if any.
    private static final class Spell {
        private final List<Fact> facts = new ArrayList<>();

        Spell(Fact begin) {
            facts.add(begin);
        }

        Fact begin() {
            return facts.getFirst();
        }

        boolean isOpen() {
            return facts.size() == 1;
        }

        ObjectNode json(String... fields) {
            ObjectNode json = when(details(begin(), fields), "since", begin());
            if (!isOpen()) {
                when(json, "until", facts.getLast());
            }
            json.put("current", isOpen());
            return restingOn(json, facts);
        }
    }
}
