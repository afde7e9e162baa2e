package org.companytimeline.mapping;

import org.jspecify.annotations.Nullable;

/// The texts of one row that a mapping asks for, without white space around them; null where a cell
/// is empty.
///
/// @param slots by the numbers that [Columns] gave
/// @param item the current item of a list that is split; null outside of one
@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
record Cells(@Nullable String[] slots, @Nullable String item) {

    /// The slot of the current item.
    static final int ITEM = -1;

    /// What the current item is called in a template.
    static final String ITEM_NAME = "item";

    @Nullable String at(int slot) {
        return slot == ITEM ? item : slots[slot];
    }

    Cells with(String current) {
        return new Cells(slots, current);
    }
}
