package org.companytimeline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Values of which a company has one at a time, such as its name or its headquarters: a later one
/// ends the earlier one, one that it has already changes nothing.
///
/// @param <T> what is taken
final class Sequence<T> {

    private final Function<T, String> key;
    private final Comparison<T> comparison;
    private final List<Turn<T>> turns = new ArrayList<>();

    /// A value and when the company had it.
    record Turn<T>(T value, Spell spell) {}

    /// @param key equal for a value that is told again
    /// @param comparison tells whether a value can be the one that a fact says came before
    Sequence(Function<T, String> key, Comparison<T> comparison) {
        this.key = key;
        this.comparison = comparison;
    }

    /// Takes the next value. What came before it, if the fact says so and nothing else does, is a
    /// turn of unknown beginning.
    void take(T value, @Nullable T former, Fact fact) {
        int latest = turns.size() - 1;
        boolean again = latest >= 0 && isSame(turns.get(latest).value, value);
        if (again) {
            turns.get(latest).spell.add(fact);
        } else {
            if (latest >= 0) {
                turns.get(latest).spell.end(fact);
            }
            turns.add(new Turn<>(value, Spell.since(fact)));
        }
        int before = turns.size() - 2;
        if (former != null && (before < 0 || isOther(turns.get(before).value, former))) {
            turns.add(before + 1, new Turn<>(former, Spell.until(fact)));
        }
    }

    private boolean isSame(T one, T other) {
        return key.apply(one).equals(key.apply(other)) && !isOther(one, other);
    }

    private boolean isOther(T one, T other) {
        return comparison.contradict(List.of(one, other));
    }

    /// All of them, the last one open.
    List<Turn<T>> turns() {
        return turns;
    }
}
