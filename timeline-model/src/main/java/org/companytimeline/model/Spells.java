package org.companytimeline.model;

import static org.companytimeline.model.StateJson.details;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.companytimeline.event.edtf.Edtf;
import org.jspecify.annotations.Nullable;

/// What begins with one fact and ends with another: offices, people in office, listings, products.
///
/// Ends are taken in timeline order. An end closes all open spells of the same thing that precede
/// it; if none does, those that by their dates may have begun before it; if there is none of these
/// either, a spell of unknown beginning stands for it.
final class Spells {

    private final IdentityHashMap<Fact, Integer> places = new IdentityHashMap<>();
    private final List<Spell> spells = new ArrayList<>();
    private final Map<String, Set<Spell>> open = new HashMap<>();
    private final List<End> ends = new ArrayList<>();

    /// A fact that ends spells.
    ///
    /// @param isSame whether it is about what a fact began; the next one counts only where nothing
    ///   is open for those before it
    private record End(String key, Fact fact, List<Predicate<CompanyEvent>> isSame) {}

    private Spells(List<Fact> inOrder) {
        for (Fact fact : inOrder) {
            places.put(fact, places.size());
        }
    }

    /// `[{place, kind, since, until, current, certainty, facts[]}]`. Without a kind all offices of
    /// the place end.
    static List<ObjectNode> offices(List<Fact> inOrder, StateJson json) {
        Spells spells = new Spells(inOrder);
        for (Fact fact : inOrder) {
            switch (fact.details()) {
                case OfficeOpened opened -> spells.begin(Keys.place(opened.place()), fact);
                case OfficeClosed closed ->
                        spells.end(
                                Keys.place(closed.place()),
                                fact,
                                begun ->
                                        begun instanceof OfficeOpened opened
                                                && isSameOffice(opened, closed));
                default -> {}
            }
        }
        return spells.json(json, "place", "kind");
    }

    private static boolean isSameOffice(OfficeOpened opened, OfficeClosed closed) {
        return (opened.kind() == null || closed.kind() == null || opened.kind() == closed.kind())
                && !Comparison.place().contradict(List.of(opened.place(), closed.place()));
    }

    /// `[{person, title, role, kind, scope, since, until, current, certainty, facts[]}]`. A
    /// departure ends all that the person held in that role or under that title and in that scope;
    /// one without a scope ends what has none, else what has one.
    static List<ObjectNode> people(List<Fact> inOrder, StateJson json) {
        Spells spells = new Spells(inOrder);
        for (Fact fact : inOrder) {
            switch (fact.details()) {
                case Appointed appointed -> spells.begin(Words.of(appointed.person()), fact);
                case Departed departed ->
                        spells.end(
                                Words.of(departed.person()),
                                fact,
                                begun ->
                                        begun instanceof Appointed appointed
                                                && isSameTitle(appointed, departed)
                                                && isSameScope(appointed, departed),
                                begun ->
                                        departed.scope() == null
                                                && begun instanceof Appointed appointed
                                                && isSameTitle(appointed, departed));
                default -> {}
            }
        }
        return spells.json(json, "person", "title", "kind", "scope");
    }

    private static boolean isSameTitle(Appointed appointed, Departed departed) {
        Role begun = Role.of(appointed.title());
        Role ended = Role.of(departed.title());
        return (begun == null && ended == null)
                ? !Comparison.words().contradict(List.of(appointed.title(), departed.title()))
                : begun == ended;
    }

    private static boolean isSameScope(Appointed appointed, Departed departed) {
        return Keys.text(appointed.scope()).equals(Keys.text(departed.scope()));
    }

    /// `[{exchange, symbol, since, until, current, certainty, facts[]}]`. Without an exchange all
    /// listings end.
    static List<ObjectNode> listings(List<Fact> inOrder, StateJson json) {
        Spells spells = new Spells(inOrder);
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
        return spells.json(json, "exchange", "symbol");
    }

    /// `[{product, version, since, until, current, certainty, facts[]}]`. Without a version all
    /// versions of the product end.
    static List<ObjectNode> products(List<Fact> inOrder, StateJson json) {
        Spells spells = new Spells(inOrder);
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
        return spells.json(json, "product", "version");
    }

    private static boolean isSame(@Nullable String begun, @Nullable String ended) {
        return begun == null || ended == null || Words.of(begun).equals(Words.of(ended));
    }

    private void begin(String key, Fact fact) {
        Spell spell = Spell.since(fact);
        spells.add(spell);
        open.computeIfAbsent(key, none -> new LinkedHashSet<>()).add(spell);
    }

    private void end(String key, Fact fact, Predicate<CompanyEvent> isSame) {
        ends.add(new End(key, fact, List.of(isSame)));
    }

    private void end(
            String key,
            Fact fact,
            Predicate<CompanyEvent> isSame,
            Predicate<CompanyEvent> elseSame) {
        ends.add(new End(key, fact, List.of(isSame, elseSame)));
    }

    private void close(End end) {
        Set<Spell> begun = open.computeIfAbsent(end.key, none -> new LinkedHashSet<>());
        for (Predicate<CompanyEvent> isSame : end.isSame) {
            if (closePreceding(begun, end.fact, isSame) || closePossible(begun, end.fact, isSame)) {
                return;
            }
        }
        spells.add(Spell.until(end.fact));
    }

    private boolean closePreceding(Set<Spell> begun, Fact end, Predicate<CompanyEvent> isSame) {
        int place = place(end);
        boolean closed = false;
        for (Iterator<Spell> each = begun.iterator(); each.hasNext(); ) {
            Spell spell = each.next();
            if (place(spell.first()) > place) {
                break;
            }
            if (isSame.test(spell.first().details())) {
                spell.end(end);
                each.remove();
                closed = true;
            }
        }
        return closed;
    }

    private static boolean closePossible(
            Set<Spell> begun, Fact end, Predicate<CompanyEvent> isSame) {
        return begun.removeIf(spell -> {
            boolean may = isSame.test(spell.first().details()) && mayPrecede(spell.first(), end);
            if (may) {
                spell.end(end);
            }
            return may;
        });
    }

    private static boolean mayPrecede(Fact begin, Fact end) {
        Edtf began = begin.when().edtf();
        Edtf ended = end.when().edtf();
        return began.earliest().isEmpty()
                || ended.latest().isEmpty()
                || !began.earliest().get().isAfter(ended.latest().get());
    }

    private int place(Fact fact) {
        return places.getOrDefault(fact, Integer.MAX_VALUE);
    }

    private List<ObjectNode> json(StateJson json, String... fields) {
        ends.forEach(this::close);
        return spells.stream()
                .sorted(Comparator.comparingInt(spell -> place(spell.first())))
                .map(spell -> {
                    ObjectNode part = details(spell.first(), fields);
                    Role role = Role.of(spell.first().details());
                    if (role != null) {
                        part.put("role", role.jsonName());
                    }
                    spell.span(part).put("current", spell.isOpen());
                    return json.restingOn(part, spell.facts());
                })
                .toList();
    }
}
