package org.companytimeline.model;

import java.util.Comparator;
import java.util.UUID;
import org.companytimeline.event.CompanyId;
import org.companytimeline.event.edtf.Edtf;

/// The place of a fact in timeline order: earliest day (latest if open, last if both are), then
/// latest day, then id, then the record that the id is of.
///
/// @param from days since 1970-01-01; `Integer.MAX_VALUE` where the date has no day at all
/// @param to days since 1970-01-01; `Integer.MAX_VALUE` where the end is open
/// @param id compared as 16 unsigned bytes, as PostgreSQL compares a uuid
public record TimelineKey(int from, int to, UUID id, CompanyId subject)
        implements Comparable<TimelineKey> {

    private static final Comparator<TimelineKey> ORDER =
            Comparator.comparingInt(TimelineKey::from)
                    .thenComparingInt(TimelineKey::to)
                    .thenComparing(
                            TimelineKey::id,
                            (a, b) -> {
                                int high =
                                        Long.compareUnsigned(
                                                a.getMostSignificantBits(),
                                                b.getMostSignificantBits());
                                return high != 0
                                        ? high
                                        : Long.compareUnsigned(
                                                a.getLeastSignificantBits(),
                                                b.getLeastSignificantBits());
                            })
                    .thenComparing(TimelineKey::subject);

    /// The key of a fact with this date.
    public static TimelineKey of(Edtf date, UUID id, CompanyId subject) {
        int latest = date.latest().map(day -> (int) day.toEpochDay()).orElse(Integer.MAX_VALUE);
        int from = date.earliest().map(day -> (int) day.toEpochDay()).orElse(latest);
        return new TimelineKey(from, latest, id, subject);
    }

    @Override
    public int compareTo(TimelineKey other) {
        return ORDER.compare(this, other);
    }
}
