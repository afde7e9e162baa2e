package org.companytimeline.timeline.project;

import java.util.List;
import java.util.Map;

/// What a log is at one moment.
///
/// @param ranges where each partition begins and ends, by partition
/// @param settings its settings by name, as far as they decide whether events can be lost
public record LogSnapshot(
        String topic, LogIdentity identity, List<Range> ranges, Map<String, String> settings) {

    /// The offsets that a partition holds.
    ///
    /// @param end the offset after the last
    public record Range(long begin, long end) {}

    public int partitions() {
        return ranges.size();
    }
}
