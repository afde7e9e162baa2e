package org.companytimeline.timeline.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.companytimeline.timeline.project.NameRow.Place;
import org.jspecify.annotations.Nullable;

/// What is to be done to the rows by which companies are found.
///
/// @param removed first of all
/// @param reweighed companies whose other rows take this weight
/// @param added last
public record NameChanges(List<Removed> removed, List<Reweighed> reweighed, List<NameRow> added) {

    /// A text by which a company is found no more.
    public record Removed(CompanyKey company, Place place) {}

    /// A company of which so much more is recorded that it comes before others.
    public record Reweighed(CompanyKey company, short weight) {}

    /// What leads from some rows of companies to others.
    ///
    /// @param before by company; absent for new ones
    static NameChanges between(Map<CompanyKey, CompanyRow> before, Collection<CompanyRow> after) {
        NameChanges changes =
                new NameChanges(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        after.forEach(row -> changes.add(before.get(row.key()), row));
        return changes;
    }

    private void add(@Nullable CompanyRow before, CompanyRow after) {
        if (before == null) {
            added.addAll(NameRows.of(after).values());
            return;
        }
        short weight = NameRows.weight(after);
        if (weight != NameRows.weight(before)) {
            reweighed.add(new Reweighed(after.key(), weight));
        }
        if (!NameRows.sameTexts(before, after)) {
            addTexts(NameRows.of(before), NameRows.of(after));
        }
    }

    private void addTexts(Map<Place, NameRow> before, Map<Place, NameRow> after) {
        before.forEach((place, row) -> {
            NameRow now = after.get(place);
            if (now == null || !isSameText(row, now)) {
                removed.add(new Removed(row.company(), place));
            }
        });
        after.forEach((place, row) -> {
            NameRow then = before.get(place);
            if (then == null || !isSameText(then, row)) {
                added.add(row);
            }
        });
    }

    private static boolean isSameText(NameRow one, NameRow other) {
        return one.kind() == other.kind() && one.text().equals(other.text());
    }
}
