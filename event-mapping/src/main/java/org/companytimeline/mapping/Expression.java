package org.companytimeline.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What becomes of a row at one place of an event.
interface Expression {

    /// The value; null where there is none, or where the row is refused.
    @Nullable JsonNode of(Cells cells, Refusals refusals);

    /// The columns that are looked at.
    Set<String> columns();

    /// The columns that are looked at for what lies there below it.
    default Set<String> columnsAt(List<String> path) {
        return columns();
    }
}
