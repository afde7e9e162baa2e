package org.companytimeline.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventCodec;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RealParts.Resolver.class)
class RebuildIT {

    private static final String[] PUBLISHERS = {"urn:example:one", "urn:example:two"};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void live_and_rebuilt_read_models_are_equal_to_the_byte_whatever_the_batches(
            long seed, RealParts parts) {
        Random random = new Random(seed);
        TestReadModel live = parts.readModel();
        TestReadModel rebuilt = parts.readModel();
        TestReadModel oneByOne = parts.readModel();
        try (TestLog log = parts.log().made()) {
            List<ProducerRecord<byte[], byte[]>> records = records(random, log, 240);
            int from = 0;
            while (from < records.size()) {
                int to = Math.min(records.size(), from + 1 + random.nextInt(90));
                records.subList(from, to).forEach(log::send);
                RunningProjection.once(log, live, settings(1 + random.nextInt(40)));
                from = to;
            }

            RunningProjection.once(log, rebuilt, settings(500));
            RunningProjection.once(log, oneByOne, settings(1));
        }

        assertThat(rebuilt.count("event")).isGreaterThan(100);
        assertThat(rebuilt.count("rejected_event")).isGreaterThan(5);
        rebuilt.assertHolds(live.dump());
        oneByOne.assertHolds(live.dump());
    }

    private static RunningProjection.Settings settings(int batchRecordsMax) {
        return new RunningProjection.Settings(2, batchRecordsMax, 1 << 20, 8 << 20);
    }

    /// Events of a few companies with a good many duplicates, conflicts and records that are wrong.
    private static List<ProducerRecord<byte[], byte[]>> records(
            Random random, TestLog log, int count) {
        List<Event> events = new ArrayList<>();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Event event = event(random, events);
            events.add(event);
            String subject = event.company().id().value();
            records.add(
                    switch (random.nextInt(20)) {
                        case 0 -> log.carrying(event, null, "company-0");
                        case 1 -> log.carrying(event, random.nextInt(3), subject);
                        case 2 ->
                                new ProducerRecord<>(
                                        log.topic(), bytes(subject), bytes("{\"no\": \"event\"}"));
                        default -> log.carrying(EventCodec.encode(event), subject);
                    });
        }
        return records;
    }

    private static Event event(Random random, List<Event> before) {
        if (!before.isEmpty() && random.nextInt(8) == 0) {
            return before.get(random.nextInt(before.size()));
        }
        UUID id =
                !before.isEmpty() && random.nextInt(15) == 0
                        ? before.get(random.nextInt(before.size())).id()
                        : new UUID(random.nextLong(), random.nextLong());
        String company =
                """
                "company": {"id": "company-%d"%s}\
                """
                        .formatted(
                                random.nextInt(6),
                                random.nextBoolean()
                                        ? ", \"name\": \"Name " + random.nextInt(4) + "\""
                                        : "");
        String thread =
                random.nextInt(4) == 0 ? ", \"thread\": \"t" + random.nextInt(5) + "\"" : "";
        return Claims.posted(
                id,
                PUBLISHERS[random.nextInt(2)],
                """
                {%s, %s, "when": "%s"%s, "status": "%s",
                 "sources": [{"title": "Source %d", "kind": "press"}]}\
                """
                        .formatted(
                                typeAndDetails(random),
                                company,
                                when(random),
                                thread,
                                random.nextInt(5) == 0 ? "rumoured" : "reported",
                                random.nextInt(5)));
    }

    private static String when(Random random) {
        int year = 2015 + random.nextInt(8);
        return switch (random.nextInt(3)) {
            case 0 -> String.valueOf(year);
            case 1 -> "%d-%02d".formatted(year, 1 + random.nextInt(12));
            default -> "../" + year + "~";
        };
    }

    private static String typeAndDetails(Random random) {
        return switch (random.nextInt(6)) {
            case 0 ->
                    """
                    "type": "founded", "details": {"place": {"country": "FR"}}\
                    """;
            case 1 ->
                    """
                    "type": "relocated", "details": {"to": {"city": "City %d", "country": "US"}}\
                    """
                            .formatted(random.nextInt(2));
            case 2 ->
                    """
                    "type": "renamed", "details": {"name": "New name %d"}\
                    """
                            .formatted(random.nextInt(3));
            case 3 ->
                    """
                    "type": "valued", "details": {"money": {"amount": "%d00", "currency": "EUR"}}\
                    """
                            .formatted(1 + random.nextInt(4));
            case 4 ->
                    """
                    "type": "partnered", "details": {"partners":
                        [{"name": "Partner", "company": "company-%d"}]}\
                    """
                            .formatted(random.nextInt(9));
            default ->
                    """
                    "type": "launched", "details": {"product": "Product %d"}\
                    """
                            .formatted(random.nextInt(3));
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
