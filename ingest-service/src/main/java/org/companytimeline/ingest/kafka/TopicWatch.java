package org.companytimeline.ingest.kafka;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.companytimeline.ingest.accept.EventLog.Availability;
import org.jboss.logging.Logger;

/// Asks the brokers for the topic again and again, so that every post knows at once whether the log
/// can be written.
///
/// It asks as an admin client, because a producer that asks makes the topic where brokers allow
/// that, and then has the producer fetch its own metadata, so that no post waits for them.
final class TopicWatch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TopicWatch.class);

    private final String topic;
    private final Duration askFor;
    private final Admin admin;
    private final Producer<?, ?> producer;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("topic-watch").factory());
    private volatile Availability availability =
            new Availability.Unavailable("the log has not answered yet");

    TopicWatch(String topic, Duration askFor, Admin admin, Producer<?, ?> producer) {
        this.topic = topic;
        this.askFor = askFor;
        this.admin = admin;
        this.producer = producer;
    }

    void start(Duration every) {
        var _ =
                timer.scheduleWithFixedDelay(
                        this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    Availability availability() {
        return availability;
    }

    private void look() {
        Availability before = availability;
        Availability now = ask();
        availability = now;
        if (!before.equals(now)) {
            switch (now) {
                case Availability.Available() -> LOG.infof("log available topic=%s", topic);
                case Availability.Unavailable no ->
                        LOG.warnf("log unavailable topic=%s reason=\"%s\"", topic, no.reason());
            }
        }
    }

    private Availability ask() {
        try {
            admin.describeTopics(
                            Set.of(topic),
                            new DescribeTopicsOptions().timeoutMs((int) askFor.toMillis()))
                    .allTopicNames()
                    .get();
            producer.partitionsFor(topic);
            return new Availability.Available();
        } catch (ExecutionException e) {
            return new Availability.Unavailable(
                    e.getCause() instanceof UnknownTopicOrPartitionException
                            ? "the topic "
                                    + topic
                                    + " does not exist yet, timeline-service makes it"
                            : "no Kafka broker answers for the topic " + topic);
        } catch (KafkaException e) {
            return new Availability.Unavailable(
                    "the producer has no metadata of the topic " + topic);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Availability.Unavailable("the service is stopping");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        admin.close(Duration.ZERO);
    }
}
