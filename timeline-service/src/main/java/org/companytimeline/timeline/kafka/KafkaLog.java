package org.companytimeline.timeline.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.companytimeline.timeline.project.Log;
import org.companytimeline.timeline.project.LogCheck;
import org.companytimeline.timeline.project.LogIdentity;
import org.companytimeline.timeline.project.LogSnapshot;
import org.companytimeline.timeline.project.LogUnavailable;
import org.companytimeline.timeline.project.LogUnconfirmed;
import org.companytimeline.timeline.project.Projector;

/// The topic that holds the log, for administration. Safe for use by several threads.
public final class KafkaLog implements Log, AutoCloseable {

    private static final short REPLICATION_FACTOR_MAX = 3;

    /// An event has at most 1 MiB, in JSON of normal form and with its headers somewhat more.
    private static final String RECORD_BYTES_MAX = Integer.toString(2 * 1024 * 1024);

    private final Admin admin;
    private final String topic;
    private final Duration timeout;

    /// @param settings of the Kafka client
    /// @param timeout of each call
    public KafkaLog(Map<String, Object> settings, String topic, Duration timeout) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("client.id", "timeline-service-admin");
        all.put("request.timeout.ms", (int) timeout.toMillis());
        all.put("default.api.timeout.ms", (int) timeout.toMillis());
        this.admin = Admin.create(all);
        this.topic = topic;
        this.timeout = timeout;
    }

    /// With three replicas, two of which acknowledge, or as many as there are brokers.
    @Override
    public void makeIfMissing(int partitions) throws LogUnavailable {
        if (await(admin.listTopics().names()).contains(topic)) {
            return;
        }
        int nodes = await(admin.describeCluster().nodes()).size();
        short replicas = (short) Math.min(REPLICATION_FACTOR_MAX, nodes);
        Map<String, String> settings = new HashMap<>(LogCheck.SETTINGS);
        settings.put("max.message.bytes", RECORD_BYTES_MAX);
        settings.put("min.insync.replicas", replicas < REPLICATION_FACTOR_MAX ? "1" : "2");
        NewTopic missing = new NewTopic(topic, partitions, replicas).configs(settings);
        try {
            await(admin.createTopics(List.of(missing)).all());
        } catch (LogUnavailable failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw failure;
            }
        }
    }

    @Override
    public Projector.Guard asking(String topicId) {
        KafkaFuture<Map<String, TopicDescription>> asked =
                admin.describeTopics(List.of(topic)).allTopicNames();
        return () -> {
            try {
                TopicDescription now = await(asked).get(topic);
                if (now == null || !now.topicId().toString().equals(topicId)) {
                    throw new LogUnconfirmed("topic " + topic + " was made anew");
                }
            } catch (LogUnavailable unavailable) {
                throw new LogUnconfirmed("making sure of the log", unavailable);
            }
        };
    }

    @Override
    public LogSnapshot snapshot() throws LogUnavailable {
        String clusterId = await(admin.describeCluster().clusterId());
        TopicDescription description =
                await(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic);
        if (description == null) {
            throw new LogUnavailable("describing topic " + topic, new TimeoutException());
        }
        int partitions = description.partitions().size();
        Map<TopicPartition, ListOffsetsResultInfo> begins =
                offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(partitions, OffsetSpec.latest());
        List<LogSnapshot.Range> ranges = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            TopicPartition key = new TopicPartition(topic, partition);
            ranges.add(new LogSnapshot.Range(offset(begins, key), offset(ends, key)));
        }
        return new LogSnapshot(
                topic,
                new LogIdentity(clusterId, description.topicId().toString()),
                List.copyOf(ranges),
                settings());
    }

    private static long offset(
            Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
        return Optional.ofNullable(offsets.get(partition))
                .map(ListOffsetsResultInfo::offset)
                .orElseThrow();
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(int partitions, OffsetSpec spec)
            throws LogUnavailable {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            asked.put(new TopicPartition(topic, partition), spec);
        }
        return await(admin.listOffsets(asked).all());
    }

    private Map<String, String> settings() throws LogUnavailable {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config =
                await(admin.describeConfigs(List.of(resource), new DescribeConfigsOptions()).all())
                        .get(resource);
        Map<String, String> settings = new HashMap<>();
        if (config != null) {
            for (ConfigEntry entry : config.entries()) {
                if (LogCheck.SETTINGS.containsKey(entry.name()) && entry.value() != null) {
                    settings.put(entry.name(), entry.value());
                }
            }
        }
        return Map.copyOf(settings);
    }

    private <T> T await(KafkaFuture<T> answer) throws LogUnavailable {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            throw new LogUnavailable(
                    "asking Kafka about topic " + topic, cause == null ? failure : cause);
        } catch (TimeoutException late) {
            throw new LogUnavailable("asking Kafka about topic " + topic, late);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("asking Kafka about topic " + topic, interrupt);
        }
    }

    @Override
    public void close() {
        admin.close(timeout);
    }
}
