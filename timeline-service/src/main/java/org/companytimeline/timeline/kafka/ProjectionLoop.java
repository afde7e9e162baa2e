package org.companytimeline.timeline.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.companytimeline.model.Fold;
import org.companytimeline.timeline.project.Batch;
import org.companytimeline.timeline.project.BatchInterrupted;
import org.companytimeline.timeline.project.Log;
import org.companytimeline.timeline.project.LogRecord;
import org.companytimeline.timeline.project.Ownership;
import org.companytimeline.timeline.project.Projector;
import org.companytimeline.timeline.project.ReadModel;
import org.companytimeline.timeline.project.ReadModelUnavailable;
import org.companytimeline.timeline.project.ServiceStop;
import org.companytimeline.timeline.project.Slice;
import org.companytimeline.timeline.project.Troubles;
import org.jboss.logging.Logger;

/// One consumer and its thread: polls its share of the partitions and projects what it gets.
///
/// The group decides who reads a partition, the read model who may write it: a partition is read
/// only once it was taken over there, from the offset that is stored there. Nothing is committed to
/// Kafka. Whenever a batch fails, its partitions are taken over anew, which tells how much of it
/// was stored.
final class ProjectionLoop implements Runnable, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ProjectionLoop.class);
    private static final Duration POLL_MAX = Duration.ofMillis(500);

    private final String name;
    private final LoopSettings settings;
    private final Log log;
    private final ReadModel readModel;
    private final Projector projector;
    private final Troubles troubles;
    private final ServiceStop stop;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Integer, Ownership> owned = new HashMap<>();
    private final Map<Integer, Instant> waiting = new HashMap<>();
    private Duration retryDelay;
    private volatile boolean closing;

    ProjectionLoop(
            String name,
            LoopSettings settings,
            Log log,
            ReadModel readModel,
            Projector projector,
            Troubles troubles,
            ServiceStop stop) {
        this.name = name;
        this.settings = settings;
        this.log = log;
        this.readModel = readModel;
        this.projector = projector;
        this.troubles = troubles;
        this.stop = stop;
        this.retryDelay = settings.retryDelayMin();
        this.consumer =
                new KafkaConsumer<>(
                        settings.consumer(name),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
    }

    @Override
    public void run() {
        try (consumer) {
            consumer.subscribe(List.of(settings.topic()), new Assignments());
            while (!closing) {
                turn();
            }
        } catch (WakeupException closed) {
            LOG.debugf("%s was closed", name);
        } catch (OffsetOutOfRangeException gone) {
            stop.because(
                    "Topic %s was truncated or made anew: it does not hold the offsets %s that come next."
                            .formatted(settings.topic(), gone.offsetOutOfRangePartitions()));
        } catch (RuntimeException | Error failure) {
            LOG.errorf(failure, "%s failed", name);
            troubles.begin(name, "failed: " + failure);
            stop.because("The projector failed: " + failure);
        }
    }

    private void turn() {
        ConsumerRecords<byte[], byte[]> records;
        try {
            records = consumer.poll(untilNextTakeOver());
        } catch (WakeupException | OffsetOutOfRangeException end) {
            throw end;
        } catch (KafkaException failure) {
            failed("reading the log: " + failure.getMessage(), List.copyOf(owned.keySet()));
            pause(retryDelay);
            return;
        }
        // Asked after the records were read: if the topic is still the same, they are from it.
        Projector.Guard guard = records.isEmpty() ? () -> {} : log.asking(settings.topicId());
        takeOver();
        Batch batch = batch(records);
        if (!batch.slices().isEmpty()) {
            project(batch, guard);
        }
        if (waiting.isEmpty()) {
            retryDelay = settings.retryDelayMin();
            if (troubles.end(name)) {
                LOG.infof("%s goes on", name);
            }
        }
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration untilNextTakeOver() {
        Duration wait = POLL_MAX;
        for (Instant due : waiting.values()) {
            Duration left = Duration.between(Instant.now(), due);
            wait = left.compareTo(wait) < 0 ? left : wait;
        }
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /// Takes over what is due. Comes after a poll, which tells whether the group still wants it.
    private void takeOver() {
        for (Map.Entry<Integer, Instant> entry : List.copyOf(waiting.entrySet())) {
            int partition = entry.getKey();
            if (entry.getValue().isAfter(Instant.now())) {
                continue;
            }
            try {
                Ownership ownership = readModel.takeOver(partition, Fold.VERSION);
                waiting.remove(partition);
                owned.put(partition, ownership);
                consumer.seek(topicPartition(partition), ownership.nextOffset());
                consumer.resume(List.of(topicPartition(partition)));
                LOG.infof(
                        "%s projects partition %d from offset %d, epoch %d",
                        name, partition, ownership.nextOffset(), ownership.epoch());
            } catch (ReadModelUnavailable unavailable) {
                failed(String.valueOf(unavailable.getMessage()), List.of(partition));
                return;
            }
        }
    }

    private Batch batch(ConsumerRecords<byte[], byte[]> records) {
        Map<TopicPartition, OffsetAndMetadata> nextOffsets = records.nextOffsets();
        List<Slice> slices = new ArrayList<>();
        owned.forEach((partition, ownership) -> {
            OffsetAndMetadata next = nextOffsets.get(topicPartition(partition));
            if (next != null && next.offset() > ownership.nextOffset()) {
                slices.add(slice(ownership, next.offset(), records));
            }
        });
        return new Batch(List.copyOf(slices));
    }

    private Slice slice(Ownership ownership, long to, ConsumerRecords<byte[], byte[]> records) {
        List<LogRecord> read = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> log :
                records.records(topicPartition(ownership.partition()))) {
            read.add(KafkaRecords.read(log, settings.partitions()));
        }
        return new Slice(
                ownership.partition(),
                ownership.epoch(),
                ownership.nextOffset(),
                to,
                ownership.knownTime(),
                List.copyOf(read));
    }

    private void project(Batch whole, Projector.Guard guard) {
        Set<Integer> fenced = Set.of();
        for (Batch part : whole.ofAtMost(settings.batchBytesMax())) {
            try {
                Batch batch = part.without(fenced);
                fenced = union(fenced, projector.project(batch, guard));
                for (Slice slice : batch.without(fenced).slices()) {
                    owned.put(
                            slice.partition(),
                            new Ownership(
                                    slice.partition(),
                                    slice.epoch(),
                                    slice.to(),
                                    slice.knownTimeAfter()));
                }
            } catch (BatchInterrupted interrupted) {
                failed(
                        String.valueOf(interrupted.getMessage()),
                        whole.slices().stream().map(Slice::partition).toList());
                return;
            }
        }
        fenced.forEach(this::fenced);
    }

    private static Set<Integer> union(Set<Integer> one, Set<Integer> other) {
        Set<Integer> union = new HashSet<>(one);
        union.addAll(other);
        return union;
    }

    /// Another has taken the partition over. If the group still gives it to this consumer once the
    /// other's session would be over, the other is gone.
    private void fenced(int partition) {
        LOG.warnf("%s lost partition %d to another projector", name, partition);
        await(partition, settings.sessionTimeout());
    }

    private void failed(String trouble, Collection<Integer> partitions) {
        if (troubles.begin(name, trouble)) {
            LOG.warnf("%s waits and tries again: %s", name, trouble);
        }
        partitions.forEach(partition -> await(partition, retryDelay));
        Duration doubled = retryDelay.multipliedBy(2);
        retryDelay =
                doubled.compareTo(settings.retryDelayMax()) > 0
                        ? settings.retryDelayMax()
                        : doubled;
    }

    private void await(int partition, Duration delay) {
        owned.remove(partition);
        waiting.put(partition, Instant.now().plus(delay));
        consumer.pause(List.of(topicPartition(partition)));
    }

    private TopicPartition topicPartition(int partition) {
        return new TopicPartition(settings.topic(), partition);
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
    }

    /// Follows what the group gives and takes.
    private final class Assignments implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            for (TopicPartition partition : partitions) {
                if (partition.partition() >= settings.partitions()) {
                    stop.because(
                            ("Topic %s got more than its %d partitions: companies would move"
                                            + " between partitions. Restore the former number.")
                                    .formatted(settings.topic(), settings.partitions()));
                    consumer.seek(partition, 0);
                    consumer.pause(List.of(partition));
                    continue;
                }
                // Paused at a position that is never fetched: the read model gives the true one.
                consumer.seek(partition, 0);
                await(partition.partition(), Duration.ZERO);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            for (TopicPartition partition : partitions) {
                owned.remove(partition.partition());
                waiting.remove(partition.partition());
            }
        }
    }
}
