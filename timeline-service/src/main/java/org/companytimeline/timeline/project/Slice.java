package org.companytimeline.timeline.project;

import java.time.Instant;
import java.util.List;

/// A stretch of one partition, to be projected by the owner of an epoch.
///
/// @param from the first offset, the partition's stored next offset
/// @param to the offset after the last; larger than that of the last record plus one where the log
///   has gaps
/// @param knownTime the known time before `from`
/// @param records in offset order, possibly none
public record Slice(
        int partition, long epoch, long from, long to, Instant knownTime, List<LogRecord> records) {

    /// Known time after this slice: the largest broker stamp so far.
    public Instant knownTimeAfter() {
        Instant latest = knownTime;
        for (LogRecord log : records) {
            latest = later(latest, log.appendedAt());
        }
        return latest;
    }

    /// The first `count` records of it.
    Slice head(int count) {
        return new Slice(
                partition,
                epoch,
                from,
                records.get(count).position().offset(),
                knownTime,
                records.subList(0, count));
    }

    /// What [#head] leaves.
    Slice tail(int count) {
        Slice head = head(count);
        return new Slice(
                partition,
                epoch,
                head.to,
                to,
                head.knownTimeAfter(),
                records.subList(count, records.size()));
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
