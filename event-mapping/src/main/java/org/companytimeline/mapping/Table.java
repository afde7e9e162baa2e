package org.companytimeline.mapping;

import java.util.Locale;
import java.util.Map;
import org.companytimeline.mapping.document.At;
import org.jspecify.annotations.Nullable;

/// A value table: what texts of a file mean.
///
/// @param name by which the mapping calls it
/// @param at where it stands
/// @param ignoreCase whether upper and lower case are one
/// @param values by text, in lower case where case is ignored; an empty value means nothing
/// @param places where each value stands
/// @param otherwise the value of a text that is not there; null where that is refused
record Table(
        String name,
        At at,
        boolean ignoreCase,
        Map<String, String> values,
        Map<String, At> places,
        @Nullable String otherwise) {

    /// The value of a text; null where the table does not have it.
    @Nullable String get(String text) {
        return values.get(key(text, ignoreCase));
    }

    static String key(String text, boolean ignoreCase) {
        return ignoreCase ? text.strip().toLowerCase(Locale.ROOT) : text.strip();
    }
}
