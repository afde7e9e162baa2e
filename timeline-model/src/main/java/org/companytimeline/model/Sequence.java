package org.companytimeline.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Values of which a company has one at a time, such as its name or its headquarters: a later one
/// ends the earlier one, one that it has already changes nothing.
///
/// @param <T> what is taken
final class Sequence<T> {

    private final BiPredicate<T, T> isSame;
    private final BiPredicate<T, T> canBe;
    private final List<Turn<T>> turns = new ArrayList<>();

    /// A value and when the company had it.
    record Turn<T>(T value, Spell spell) {}

    /// @param isSame whether a value is told again
    /// @param canBe whether a value can be the one that a fact says came before
    Sequence(BiPredicate<T, T> isSame, BiPredicate<T, T> canBe) {
        this.isSame = isSame;
        this.canBe = canBe;
    }

    /// Takes the next value. What came before it, if the fact says so and nothing else does, is a
    /// turn of unknown beginning.
    void take(T value, @Nullable T former, Fact fact) {
        Turn<T> latest = turns.isEmpty() ? null : turns.getLast();
        if (latest != null && isSame.test(latest.value, value)) {
            latest.spell.add(fact);
        } else {
            if (latest != null) {
                latest.spell.end(fact);
            }
            turns.add(new Turn<>(value, Spell.since(fact)));
        }
        if (former != null && !cameBefore(former)) {
            turns.add(turns.size() - 1, new Turn<>(former, Spell.until(fact)));
        }
    }

    /// Whether a value is told to have come before the last one: it, or any that may have.
    private boolean cameBefore(T former) {
        for (int i = turns.size() - 2; i >= 0; i--) {
            Turn<T> turn = turns.get(i);
            if (canBe.test(turn.value, former)) {
                return true;
            }
            if (turn.spell.hasBeginning()) {
                return false;
            }
        }
        return false;
    }

    /// All of them, the last one open.
    List<Turn<T>> turns() {
        return turns;
    }
}
