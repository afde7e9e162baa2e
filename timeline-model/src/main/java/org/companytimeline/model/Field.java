package org.companytimeline.model;

import java.util.ArrayList;
import java.util.List;
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
        List<T> values = new ArrayList<>();
        for (E claim : claims) {
            T value = reading.of(claim);
            if (value != null) {
                values.add(value);
            }
        }
        return comparison.contradict(values);
    }
}
