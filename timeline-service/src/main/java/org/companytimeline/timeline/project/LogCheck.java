package org.companytimeline.timeline.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether a log can be trusted to be the whole truth, and the one that the read model was made of.
public final class LogCheck {

    /// What a log's settings must be so that no event is lost and known time is the broker's.
    public static final Map<String, String> SETTINGS = settings();

    private LogCheck() {}

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("cleanup.policy", "delete");
        settings.put("retention.ms", "-1");
        settings.put("retention.bytes", "-1");
        settings.put("message.timestamp.type", "LogAppendTime");
        settings.put("unclean.leader.election.enable", "false");
        return Map.copyOf(settings);
    }

    /// Why the log is refused, in one line; empty where it is not.
    ///
    /// @param progress where the read model stands, empty where it is new
    public static Optional<String> refusal(LogSnapshot log, List<PartitionProgress> progress) {
        List<String> faults = new ArrayList<>();
        SETTINGS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(wanted -> {
                    String actual = log.settings().get(wanted.getKey());
                    if (!wanted.getValue().equals(actual)) {
                        faults.add(
                                "%s is %s and must be %s"
                                        .formatted(wanted.getKey(), actual, wanted.getValue()));
                    }
                });
        if (!faults.isEmpty()) {
            return Optional.of(
                    "The settings of topic %s could lose events: %s. Set them right and start again."
                            .formatted(log.topic(), String.join(", ", faults)));
        }
        return identity(log, progress).or(() -> offsets(log, progress));
    }

    private static Optional<String> identity(LogSnapshot log, List<PartitionProgress> progress) {
        if (progress.isEmpty()) {
            return Optional.empty();
        }
        LogIdentity before = progress.getFirst().log();
        if (!before.clusterId().equals(log.identity().clusterId())) {
            return Optional.of(
                    ("The read model was made from Kafka cluster %s, but this is cluster %s."
                                    + " Connect to the former, or start with an empty database.")
                            .formatted(before.clusterId(), log.identity().clusterId()));
        }
        if (!before.topicId().equals(log.identity().topicId())) {
            return Optional.of(
                    ("Topic %s was made anew: the read model was made from topic id %s, but it is"
                         + " %s now. Restore the former, or start with an empty database.")
                            .formatted(log.topic(), before.topicId(), log.identity().topicId()));
        }
        if (progress.size() != log.partitions()) {
            return Optional.of(
                    ("Topic %s has %d partitions, but the read model was made from %d: companies"
                                    + " would move between partitions. Restore the former number.")
                            .formatted(log.topic(), log.partitions(), progress.size()));
        }
        return Optional.empty();
    }

    private static Optional<String> offsets(LogSnapshot log, List<PartitionProgress> progress) {
        for (int partition = 0; partition < log.partitions(); partition++) {
            LogSnapshot.Range range = log.ranges().get(partition);
            if (range.begin() > 0) {
                return Optional.of(
                        ("Topic %s was truncated: partition %d begins at offset %d, not at 0, so"
                                        + " events are lost. Restore it from a backup.")
                                .formatted(log.topic(), partition, range.begin()));
            }
        }
        for (PartitionProgress stored : progress) {
            LogSnapshot.Range range = log.ranges().get(stored.partition());
            if (stored.nextOffset() > range.end()) {
                return Optional.of(
                        ("Topic %s was truncated: partition %d ends at offset %d, but the read"
                             + " model holds it up to offset %d. Restore it from a backup.")
                                .formatted(
                                        log.topic(),
                                        stored.partition(),
                                        range.end(),
                                        stored.nextOffset()));
            }
        }
        return Optional.empty();
    }
}
