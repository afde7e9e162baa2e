package org.companytimeline.timeline.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.companytimeline.timeline.project.LogSnapshot;

/// How the log is read.
///
/// @param client settings of the Kafka client, such as its bootstrap servers
/// @param group the consumer group among which partitions are shared
/// @param partitions how many the topic has, once it has been looked at
/// @param topicId which topic it is, once it has been looked at
/// @param batchRecordsMax records of one transaction
/// @param batchBytesMax bytes of one transaction, and of what one loop has fetched ahead; one
///   record may be larger
/// @param sessionTimeout after this long without a sign of life others take its partitions over
/// @param retryDelayMin first delay after the read model failed; it doubles up to `retryDelayMax`
public record LoopSettings(
        Map<String, Object> client,
        String topic,
        String group,
        int partitions,
        String topicId,
        int batchRecordsMax,
        int batchBytesMax,
        Duration sessionTimeout,
        Duration retryDelayMin,
        Duration retryDelayMax) {

    LoopSettings of(LogSnapshot log) {
        return new LoopSettings(
                client,
                topic,
                group,
                log.partitions(),
                log.identity().topicId(),
                batchRecordsMax,
                batchBytesMax,
                sessionTimeout,
                retryDelayMin,
                retryDelayMax);
    }

    Map<String, Object> consumer(String clientId) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("client.id", clientId);
        settings.put("group.id", group);
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "none");
        settings.put("allow.auto.create.topics", "false");
        settings.put("isolation.level", "read_committed");
        settings.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        settings.put("session.timeout.ms", Math.toIntExact(sessionTimeout.toMillis()));
        settings.put("heartbeat.interval.ms", Math.toIntExact(sessionTimeout.toMillis() / 4));
        settings.put("max.poll.records", batchRecordsMax);
        settings.put("fetch.max.bytes", batchBytesMax);
        settings.put(
                "max.partition.fetch.bytes", Math.max(1, batchBytesMax / Math.min(partitions, 4)));
        return settings;
    }
}
