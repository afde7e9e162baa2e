package org.companytimeline.benchmarks.consumer;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Reads with SmallRye Reactive Messaging in batches, on a worker thread as work on a database
/// needs it, one batch after the other.
@ApplicationScoped
class ReactiveMessaging {

    private final Tally tally;

    ReactiveMessaging(Tally tally) {
        this.tally = tally;
    }

    @Incoming("events")
    @Blocking
    void batch(ConsumerRecords<byte[], byte[]> records) {
        tally.see(records);
    }
}
