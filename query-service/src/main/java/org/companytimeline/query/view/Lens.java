package org.companytimeline.query.view;

import java.time.LocalDate;
import org.companytimeline.model.Policy;
import org.jspecify.annotations.Nullable;

/// How a reader looks at companies: through what was known at a point in the log, by which rules,
/// and at what had happened by a day.
///
/// @param at what is recorded before this point is known
/// @param policy picks the leading claims
/// @param period facts outside it are left out; it never changes a fact
public record Lens(Cursor at, Policy policy, Period period) {

    /// The day that is asked about; null where none is.
    @Nullable LocalDate asOf() {
        return period.to().map(LocalDate::ofEpochDay).orElse(null);
    }

    /// The same at another point: that of the first page for those that follow.
    Lens at(PageRequest page) {
        return page.cursor().map(cursor -> new Lens(cursor.at(), policy, period)).orElse(this);
    }
}
