package org.companytimeline.mapping;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// For which rows there is an event.
///
/// @param allowed the texts that a column may have, by its slot; an empty text for an empty cell
/// @param excluded the texts that a column may not have
/// @param needed the slots of columns that may not be empty
record Condition(
        Map<Integer, List<String>> allowed,
        Map<Integer, List<String>> excluded,
        List<Integer> needed) {

    boolean holds(Cells cells) {
        for (int slot : needed) {
            if (cells.at(slot) == null) {
                return false;
            }
        }
        return allowed.entrySet().stream().allMatch(entry -> isOneOf(entry, cells))
                && excluded.entrySet().stream().noneMatch(entry -> isOneOf(entry, cells));
    }

    private static boolean isOneOf(Map.Entry<Integer, List<String>> texts, Cells cells) {
        return texts.getValue().contains(Objects.requireNonNullElse(cells.at(texts.getKey()), ""));
    }
}
