package org.companytimeline.model;

import static org.companytimeline.model.StateJson.details;
import static org.companytimeline.model.StateJson.object;
import static org.companytimeline.model.StateJson.restingOn;
import static org.companytimeline.model.StateJson.when;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
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

/// What begins with one fact and ends with another: offices, people in office, listings, products.
///
/// Each begins with a fact of one type; the first later fact of the other type that is about the
/// same ends it. `current` tells whether it goes on.
final class Spells {

    private final List<Spell> spells = new ArrayList<>();

    private Spells() {}

    /// `[{place, kind, since, until, current, facts[]}]`.
    static ArrayNode offices(List<Fact> inOrder) {
        return of(
                inOrder,
                OfficeOpened.class::isInstance,
                (end, begin) ->
                        end instanceof OfficeClosed closed
                                && begin instanceof OfficeOpened opened
                                && Keys.place(closed.place()).equals(Keys.place(opened.place())),
                "place",
                "kind");
    }

    /// `[{person, title, kind, scope, since, until, current, facts[]}]`. A departure ends all that
    /// the person held under that title.
    static ArrayNode people(List<Fact> inOrder) {
        Comparison<String> titles = Comparison.words();
        return of(
                inOrder,
                Appointed.class::isInstance,
                (end, begin) ->
                        end instanceof Departed departed
                                && begin instanceof Appointed appointed
                                && Words.of(departed.person()).equals(Words.of(appointed.person()))
                                && !titles.contradict(List.of(departed.title(), appointed.title())),
                "person",
                "title",
                "kind",
                "scope");
    }

    /// `[{exchange, symbol, since, until, current, facts[]}]`.
    static ArrayNode listings(List<Fact> inOrder) {
        return of(
                inOrder,
                Listed.class::isInstance,
                (end, begin) ->
                        end instanceof Delisted delisted
                                && begin instanceof Listed listed
                                && (delisted.exchange() == null
                                        || listed.exchange() == null
                                        || Words.of(delisted.exchange())
                                                .equals(Words.of(listed.exchange()))),
                "exchange",
                "symbol");
    }

    /// `[{product, version, since, until, current, facts[]}]`. Without a version all of a product's
    /// versions end.
    static ArrayNode products(List<Fact> inOrder) {
        return of(
                inOrder,
                Launched.class::isInstance,
                (end, begin) ->
                        end instanceof Discontinued ended
                                && begin instanceof Launched launched
                                && Words.of(ended.product()).equals(Words.of(launched.product()))
                                && (ended.version() == null
                                        || Keys.text(ended.version())
                                                .equals(Keys.text(launched.version()))),
                "product",
                "version");
    }

    private static ArrayNode of(
            List<Fact> inOrder,
            Predicate<CompanyEvent> begins,
            BiPredicate<CompanyEvent, CompanyEvent> ends,
            String... fields) {
        Spells spells = new Spells();
        for (Fact fact : inOrder) {
            if (begins.test(fact.details())) {
                spells.spells.add(new Spell(fact));
            } else {
                spells.spells.stream()
                        .filter(spell -> spell.isOpen())
                        .filter(spell -> ends.test(fact.details(), spell.begin().details()))
                        .forEach(spell -> spell.facts.add(fact));
            }
        }
        ArrayNode json = object().arrayNode();
        spells.spells.forEach(spell -> json.add(spell.json(fields)));
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
