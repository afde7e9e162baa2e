package org.companytimeline.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.companytimeline.event.CompanyEvent;
import org.companytimeline.event.Event;
import org.companytimeline.event.EventCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
            List<ProducerRecord<byte[], byte[]>> records = records(random, log, 300);
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
        assertThat(rebuilt.count("company_name")).isGreaterThan(30);
        assertThat(rebuilt.count("company_identifier")).isPositive();
        assertThat(rebuilt.count("company_raised")).isPositive();
        rebuilt.assertHolds(live.dump());
        oneByOne.assertHolds(live.dump());
        NaiveFacts.assertHeldBy(live);
    }

    @Test
    void what_full_blocks_refuse_does_not_depend_on_the_batches(RealParts parts) {
        Random random = new Random(7);
        TestReadModel inLargeBatches = parts.readModel();
        TestReadModel oneByOne = parts.readModel();
        try (TestLog log = parts.log().made()) {
            records(random, log, 300).forEach(log::send);

            RunningProjection.once(
                    log, inLargeBatches, new RunningProjection.Settings(2, 500, 1 << 20, 1_500, 2));
            RunningProjection.once(
                    log, oneByOne, new RunningProjection.Settings(1, 1, 1 << 20, 1_500, 2));
        }

        assertThat(
                        inLargeBatches.query(
                                "select count(*) > 10 from rejected_event"
                                        + " where reason = 'not-stored'"))
                .containsExactly("t");
        oneByOne.assertHolds(inLargeBatches.dump());
    }

    private static RunningProjection.Settings settings(int batchRecordsMax) {
        return new RunningProjection.Settings(2, batchRecordsMax, 1 << 20, 8 << 20);
    }

    /// Events of a few companies with a good many duplicates, conflicts and records that are wrong.
    private static List<ProducerRecord<byte[], byte[]>> records(
            Random random, TestLog log, int count) {
        List<Event> events = new ArrayList<>();
        Map<String, List<UUID>> awaited = new HashMap<>();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Event event = event(random, events, awaited);
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

    /// @param awaited ids that were annotated before they are posted, by company
    private static Event event(Random random, List<Event> before, Map<String, List<UUID>> awaited) {
        if (!before.isEmpty() && random.nextInt(12) == 0) {
            return before.get(random.nextInt(before.size()));
        }
        if (random.nextInt(5) < 2) {
            return annotation(random, before, awaited);
        }
        String subject = "company-" + random.nextInt(4);
        List<UUID> ofSubject = awaited.getOrDefault(subject, new ArrayList<>());
        UUID id =
                !before.isEmpty() && random.nextInt(20) == 0
                        ? before.get(random.nextInt(before.size())).id()
                        : !ofSubject.isEmpty() && random.nextInt(3) == 0
                                ? ofSubject.removeLast()
                                : new UUID(random.nextLong(), random.nextLong());
        String company =
                """
                "company": {"id": "%s"%s}\
                """
                        .formatted(
                                subject,
                                random.nextBoolean()
                                        ? ", \"name\": \"Name " + random.nextInt(4) + "\""
                                        : "");
        String thread =
                random.nextInt(3) == 0 ? ", \"thread\": \"t" + random.nextInt(3) + "\"" : "";
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

    /// An annotation of an event that was posted before, or will be.
    private static Event annotation(
            Random random, List<Event> before, Map<String, List<UUID>> awaited) {
        String subject = "company-" + random.nextInt(4);
        List<Event> ofSubject =
                before.stream()
                        .filter(event -> event.company().id().value().equals(subject))
                        .toList();
        Event target =
                ofSubject.isEmpty() || random.nextInt(6) == 0
                        ? null
                        : ofSubject.get(
                                random.nextInt(3) == 0
                                        ? ofSubject.size() - 1
                                        : random.nextInt(ofSubject.size()));
        UUID id = new UUID(random.nextLong(), random.nextLong());
        UUID targetId =
                target == null ? new UUID(random.nextLong(), random.nextLong()) : target.id();
        if (target == null) {
            awaited.computeIfAbsent(subject, none -> new ArrayList<>()).add(targetId);
            if (random.nextBoolean()) {
                awaited.get(subject).addFirst(id);
                id = new UUID(random.nextLong(), random.nextLong());
            }
        }
        int kind = random.nextInt(10);
        String type =
                kind < 5
                        ? "corrected"
                        : kind < 8 ? "retracted" : kind < 9 ? "confirmed" : "disputed";
        return Claims.posted(
                id,
                target != null && random.nextInt(8) > 0
                        ? target.publisher()
                        : PUBLISHERS[random.nextInt(2)],
                """
                {"type": "%s", "company": {"id": "%s"%s}, "details": {"target": "%s"%s},
                 "sources": [{"title": "Source %d", "kind": "press"}]}\
                """
                        .formatted(
                                type,
                                subject,
                                random.nextInt(4) == 0 ? ", \"name\": \"Name 9\"" : "",
                                targetId,
                                kind < 5 ? ", \"change\": " + change(random, target) : "",
                                random.nextInt(5)));
    }

    private static String change(Random random, @Nullable Event target) {
        return switch (random.nextInt(5)) {
            case 0 -> "{\"when\": \"" + when(random) + "\"}";
            case 1 -> "{\"thread\": \"t" + random.nextInt(3) + "\"}";
            case 2 -> "{\"thread\": null}";
            default ->
                    "{\"details\": "
                            + (target == null
                                    ? details(random, random.nextInt(TYPES.length))
                                    : detailsLike(random, target.details()))
                            + "}";
        };
    }

    private static String detailsLike(Random random, CompanyEvent details) {
        return switch (details) {
            case CompanyEvent.Relocated _ -> details(random, 1);
            case CompanyEvent.Renamed _ -> details(random, 2);
            case CompanyEvent.Valued _ -> details(random, 3);
            case CompanyEvent.Partnered _ -> details(random, 4);
            case CompanyEvent.SameAs _ -> details(random, 5);
            case CompanyEvent.Launched _ -> details(random, 6);
            case CompanyEvent.Identified _ -> details(random, 7);
            case CompanyEvent.Funded _ -> details(random, 8);
            default -> details(random, random.nextInt(TYPES.length));
        };
    }

    private static String when(Random random) {
        int year = 2015 + random.nextInt(8);
        return switch (random.nextInt(3)) {
            case 0 -> String.valueOf(year);
            case 1 -> "%d-%02d".formatted(year, 1 + random.nextInt(12));
            default -> "../" + year + "~";
        };
    }

    private static final String[] TYPES = {
        "founded",
        "relocated",
        "renamed",
        "valued",
        "partnered",
        "same-as",
        "launched",
        "identified",
        "funded"
    };

    private static String typeAndDetails(Random random) {
        int kind = random.nextInt(TYPES.length);
        return """
        "type": "%s", "details": %s\
        """
                .formatted(TYPES[kind], details(random, kind));
    }

    private static String details(Random random, int kind) {
        return switch (kind) {
            case 0 ->
                    """
                    {"place": {"country": "%s"}}\
                    """
                            .formatted(random.nextBoolean() ? "FR" : "DE");
            case 1 ->
                    """
                    {"to": {"city": "City %d", "country": "US"}}\
                    """
                            .formatted(random.nextInt(2));
            case 2 ->
                    """
                    {"name": "New name %d"}\
                    """
                            .formatted(random.nextInt(3));
            case 3 ->
                    """
                    {"money": {"amount": "%d00", "currency": "EUR"}}\
                    """
                            .formatted(1 + random.nextInt(4));
            case 4 ->
                    """
                    {"partners": [{"name": "Partner %d", "company": "company-%d"}]}\
                    """
                            .formatted(random.nextInt(3), random.nextInt(9));
            case 5 ->
                    """
                    {"company": "company-%d"}\
                    """
                            .formatted(random.nextInt(9));
            case 8 ->
                    """
                    {"round": "series-%s", "money": {"%s": "%d.50", "currency": "%s"}}\
                    """
                            .formatted(
                                    random.nextBoolean() ? "a" : "b",
                                    random.nextBoolean() ? "amount" : "min",
                                    1 + random.nextInt(4),
                                    random.nextBoolean() ? "EUR" : "USD");
            case 6 ->
                    """
                    {"product": "Product %d"}\
                    """
                            .formatted(random.nextInt(3));
            case 7 ->
                    """
                    {"scheme": "%s", "value": "Q%d"}\
                    """
                            .formatted(
                                    random.nextInt(5) == 0 ? "alias" : "wikidata",
                                    1 + random.nextInt(4));
            default ->
                    """
                    {"round": "%s"%s}\
                    """
                            .formatted(
                                    random.nextBoolean() ? "seed" : "series-a",
                                    switch (random.nextInt(4)) {
                                        case 0 -> "";
                                        case 1 ->
                                                ", \"money\": {\"min\": \"%d.50\", \"currency\": \"EUR\"}"
                                                        .formatted(random.nextInt(3));
                                        default ->
                                                ", \"money\": {\"amount\": \"%d\", \"currency\": \"USD\"}"
                                                        .formatted(random.nextInt(3));
                                    });
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
