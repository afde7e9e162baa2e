package org.companytimeline.benchmarks;

import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.companytimeline.event.Decoded;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.PostedDefaults;

/// Postings as they lie in the log.
final class LogRecords {

    private static final PostedDefaults DEFAULTS =
            new PostedDefaults(new UUID(0, 0), "urn:company-timeline:publisher:local", false);

    private LogRecords() {}

    static Event event(Workload.Posting posting) {
        return switch (EventCodec.decodePosted(posting.bytes(), DEFAULTS)) {
            case Decoded.Known known -> known.event();
            case Decoded.Unknown unknown ->
                    throw new IllegalStateException("unknown type " + unknown.type());
            case Decoded.Malformed malformed ->
                    throw new IllegalStateException(
                            "refused: " + malformed.faults() + " in " + posting.json());
        };
    }

    static List<ProducerRecord<byte[], byte[]>> of(List<Workload.Posting> postings, String topic) {
        return postings.stream().map(posting -> record(posting, topic)).toList();
    }

    private static ProducerRecord<byte[], byte[]> record(Workload.Posting posting, String topic) {
        byte[] key = posting.company().getBytes(StandardCharsets.UTF_8);
        return KafkaMessageFactory.<byte[]>createWriter(topic, key)
                .writeBinary(EventCodec.encode(event(posting)));
    }
}
