package org.companytimeline.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.companytimeline.event.CompanyEvent;
import org.jspecify.annotations.Nullable;

/// A field of a type's details in which claims of one fact can contradict each other.
///
/// @param name its JSON name
record Field<E extends CompanyEvent, T>(
        String name, Reading<E, T> reading, Comparison<? super T> comparison) {

    /// Equal for claims that say the same in this field; null where one does not say.
    @Nullable Object sameness(E details) {
        T value = reading.of(details);
        return value != null && isSaid(details) ? comparison.sameness(value) : null;
    }

    /// Whether a claim says anything in this field; an empty list says nothing.
    boolean isSaid(E details) {
        T value = reading.of(details);
        return value != null && !(value instanceof List<?> list && list.isEmpty());
    }

    /// Whether any two claims contradict each other in this field.
    boolean contradict(List<E> claims) {
        T first = null;
        boolean same = true;
        for (E claim : claims) {
            T value = reading.of(claim);
            if (first == null) {
                first = value;
            } else if (value != null && !value.equals(first)) {
                same = false;
                break;
            }
        }
        return !same && comparison.contradict(different(claims));
    }

    private Set<T> different(List<E> claims) {
        Set<T> values = new LinkedHashSet<>();
        for (E claim : claims) {
            T value = reading.of(claim);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
