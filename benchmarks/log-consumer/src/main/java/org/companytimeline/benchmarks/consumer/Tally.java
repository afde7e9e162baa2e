package org.companytimeline.benchmarks.consumer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/// Counts the records and drops them. Prints `seen <count> <microseconds since 1970>` after each
/// [ConsumerSettings#reportEvery] records, and `record <partition>:<offset> <microseconds>` for
/// each that carries the header `timed`.
@ApplicationScoped
class Tally {

    private final long reportEvery;
    private long count;
    private long bytes;

    Tally(ConsumerSettings settings) {
        reportEvery = settings.reportEvery();
    }

    /// Called for one batch after the other, never for two at once.
    void see(ConsumerRecords<byte[], byte[]> batch) {
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            count++;
            bytes += record.value().length;
            if (record.headers().lastHeader("timed") != null) {
                print("record " + record.partition() + ":" + record.offset());
            }
            if (count % reportEvery == 0) {
                print("seen " + count);
            }
        }
    }

    /// How many bytes the values had: read, so that no reading is optimised away.
    long bytes() {
        return bytes;
    }

    @SuppressWarnings("SystemOut") // The protocol to the benchmark is standard output.
    private static void print(String what) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        System.out.println(what + " " + now);
    }
}
