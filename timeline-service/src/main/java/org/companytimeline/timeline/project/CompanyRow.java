package org.companytimeline.timeline.project;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.companytimeline.model.CompanySummary;
import org.companytimeline.model.Founding;
import org.jspecify.annotations.Nullable;

/// What is said of a company within one partition.
///
/// @param own whether it has events of its own here
/// @param givenName own: the latest name that its own events give; else what others here call it
/// @param namedAt when `givenName` was recorded
/// @param namedOffset at which offset `givenName` was recorded
/// @param namedByOwn whether `givenName` is from an event of its own
/// @param renamedTo the name it was last renamed to, by its facts
/// @param types names of the known types on its timeline, from this partition
/// @param changedOffset the last offset in this partition that changed its timeline
/// @param otherNames by which it may be found too
/// @param founding when it was founded, by its facts
public record CompanyRow(
        CompanyKey key,
        boolean own,
        @Nullable String givenName,
        @Nullable Instant namedAt,
        @Nullable Long namedOffset,
        boolean namedByOwn,
        @Nullable String renamedTo,
        @Nullable String country,
        @Nullable String status,
        SortedSet<String> types,
        long eventCount,
        long changedOffset,
        OtherNames otherNames,
        @Nullable Founding founding) {

    /// A company of which nothing is said yet.
    static CompanyRow blank(CompanyKey key) {
        return new CompanyRow(
                key,
                false,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                new TreeSet<>(),
                0,
                -1,
                OtherNames.NONE,
                null);
    }

    /// The name to show: what it was last renamed to, else the name it was given.
    public @Nullable String displayName() {
        return renamedTo != null ? renamedTo : givenName;
    }

    /// The same once an event stands on its timeline.
    ///
    /// @param name what the event calls it, null where it gives the id alone
    CompanyRow with(ReadEvent event, boolean itsOwn, @Nullable String name) {
        boolean takesName = name != null && (itsOwn || !namedByOwn);
        SortedSet<String> allTypes = types;
        if (event.known() != null && !types.contains(event.type())) {
            allTypes = new TreeSet<>(types);
            allTypes.add(event.type());
        }
        return new CompanyRow(
                key,
                own || itsOwn,
                takesName ? name : givenName,
                takesName ? event.recordedAt() : namedAt,
                takesName ? Long.valueOf(event.offset()) : namedOffset,
                takesName ? itsOwn : namedByOwn,
                renamedTo,
                country,
                itsOwn && status == null ? ofNoFacts() : status,
                allTypes,
                eventCount + 1,
                Math.max(changedOffset, event.offset()),
                name == null
                        ? otherNames
                        : takesName
                                ? otherNames.passing(givenName, name)
                                : otherNames.passing(name, givenName),
                founding);
    }

    private String ofNoFacts() {
        return CompanySummary.of(key.company(), null, List.of()).status();
    }

    /// The same once something on its timeline changed at an offset.
    CompanyRow changedAt(long offset) {
        return new CompanyRow(
                key,
                own,
                givenName,
                namedAt,
                namedOffset,
                namedByOwn,
                renamedTo,
                country,
                status,
                types,
                eventCount,
                Math.max(changedOffset, offset),
                otherNames,
                founding);
    }

    /// The same with what its facts say.
    ///
    /// @param namesTaken those that it took or gave up, the latest first
    CompanyRow summarised(
            CompanySummary summary, List<String> namesTaken, @Nullable Founding founded) {
        return new CompanyRow(
                key,
                own,
                givenName,
                namedAt,
                namedOffset,
                namedByOwn,
                summary.displayName(),
                summary.country(),
                summary.status(),
                types,
                eventCount,
                changedOffset,
                otherNames.withFormer(namesTaken),
                founded);
    }

    /// The same with the aliases that its facts give it.
    CompanyRow alsoKnownAs(List<String> aliases) {
        return new CompanyRow(
                key,
                own,
                givenName,
                namedAt,
                namedOffset,
                namedByOwn,
                renamedTo,
                country,
                status,
                types,
                eventCount,
                changedOffset,
                otherNames.withAliases(aliases),
                founding);
    }
}
