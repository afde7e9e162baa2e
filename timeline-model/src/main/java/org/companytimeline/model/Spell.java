package org.companytimeline.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A time for which something was so: from the fact that began it to the one that ended it.
///
/// At least one of the two is known. While none ended it, it goes on.
final class Spell {

    private final @Nullable Fact begin;
    private final List<Fact> facts = new ArrayList<>();
    private @Nullable Fact end;

    private Spell(@Nullable Fact begin) {
        this.begin = begin;
    }

    /// One that goes on.
    static Spell since(Fact begin) {
        Spell spell = new Spell(begin);
        spell.facts.add(begin);
        return spell;
    }

    /// One whose beginning nobody tells.
    static Spell until(Fact end) {
        Spell spell = new Spell(null);
        spell.end(end);
        return spell;
    }

    /// Lets another fact speak for it.
    void add(Fact fact) {
        facts.add(fact);
    }

    void end(Fact fact) {
        end = fact;
        facts.add(fact);
    }

    boolean hasBeginning() {
        return begin != null;
    }

    boolean isOpen() {
        return end == null;
    }

    /// The facts it rests on, in the order in which they were told.
    List<Fact> facts() {
        return facts;
    }

    /// The fact that says what it is a spell of.
    Fact first() {
        return facts.getFirst();
    }

    /// Sets `since` and `until`, as far as they are known.
    ObjectNode span(ObjectNode part) {
        if (begin != null) {
            StateJson.when(part, "since", begin);
        }
        if (end != null) {
            StateJson.when(part, "until", end);
        }
        return part;
    }
}
