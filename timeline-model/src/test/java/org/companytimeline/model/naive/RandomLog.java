package org.companytimeline.model.naive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.companytimeline.event.Decoded;
import org.companytimeline.event.EventCodec;
import org.companytimeline.event.Position;
import org.companytimeline.event.PostedDefaults;
import org.companytimeline.event.RecordedEvent;

/// A history as three partitions hold it: each company in one of them, in order, while the clocks
/// of the partitions run apart.
///
/// @param events in order of arrival, duplicates among them
public record RandomLog(List<RecordedEvent> events) {

    private static final int PARTITIONS = 3;
    private static final long START = 1_700_000_000_000L;

    public static RandomLog of(List<ObjectNode> posted, long seed) {
        Random random = new Random(~seed);
        long[] offsets = new long[PARTITIONS];
        long[] clocks = new long[PARTITIONS];
        Arrays.setAll(clocks, partition -> random.nextInt(4));
        List<RecordedEvent> events = new ArrayList<>();
        for (ObjectNode document : posted) {
            String company = document.path("company").path("id").asText();
            int partition = company.charAt(company.length() - 1) % PARTITIONS;
            clocks[partition] += random.nextInt(3);
            Decoded decoded =
                    EventCodec.decodePosted(
                            Json.bytes(document),
                            new PostedDefaults(new UUID(0, 0), "urn:x", true));
            if (!(decoded instanceof Decoded.Known known)) {
                throw new IllegalArgumentException(document + " is no event: " + decoded);
            }
            events.add(
                    new RecordedEvent(
                            known.event(),
                            new Position(partition, offsets[partition]++),
                            Instant.ofEpochMilli(START + clocks[partition])));
        }
        return new RandomLog(List.copyOf(events));
    }

    /// What is known at a random point: of each partition the first events.
    public RandomLog knownAt(Random random) {
        long[] next = new long[PARTITIONS];
        Arrays.setAll(
                next,
                partition -> random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(events.size()));
        return where(event -> event.position().offset() < next[event.position().partition()]);
    }

    /// The events of some kind, in the same order.
    public RandomLog where(Predicate<RecordedEvent> kind) {
        return new RandomLog(events.stream().filter(kind).toList());
    }

    /// As a reader of `/events` gets them.
    public List<NaiveEvent> asRead() {
        return events.stream()
                .map(event ->
                        new NaiveEvent(
                                Json.read(
                                        EventCodec.recorded(
                                                new Decoded.Known(event.event()),
                                                event.position(),
                                                event.recordedAt()))))
                .toList();
    }

    /// As few of these events as still show what is wrong.
    ///
    /// @param isWrong true for this log
    public RandomLog smallest(Predicate<RandomLog> isWrong) {
        RandomLog smallest = this;
        for (int i = events.size() - 1; i >= 0; i--) {
            if (i < smallest.events.size()) {
                List<RecordedEvent> fewer = new ArrayList<>(smallest.events);
                fewer.remove(i);
                RandomLog candidate = new RandomLog(fewer);
                if (isWrong.test(candidate)) {
                    smallest = candidate;
                }
            }
        }
        return smallest;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        asRead().forEach(event -> text.append(Json.text(event.json())).append('\n'));
        return text.toString();
    }
}
