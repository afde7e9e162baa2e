package org.companytimeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.companytimeline.local.Part;
import org.companytimeline.system.StreamConnection.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// Subscribers that are cut off at random miss nothing and get nothing twice, while many write and
/// the services are killed and started again.
class SubscribersIT {

    private static final int WRITERS = 50;
    private static final int SUBSCRIBERS = 20;
    private static final int SLOW_EVERY = 5;
    private static final int EVENTS_BEFORE = 100;
    private static final int EVENTS_BETWEEN_KILLS = 150;
    private static final int LONGEST_PAUSE_MILLIS = 1_500;
    private static final int CREATED = 201;
    private static final int UNAVAILABLE = 503;

    private static final List<Part[]> KILLS =
            List.of(
                    new Part[] {Part.QUERY},
                    new Part[] {Part.TIMELINE},
                    new Part[] {Part.INGEST, Part.QUERY},
                    new Part[] {Part.TIMELINE, Part.QUERY});

    /// So small that subscribers fall out of the tail, and that heartbeats come everywhere.
    private static final Map<String, String> SMALL_TAIL =
            Map.of(
                    "COMPANY_TIMELINE_STREAM_HEARTBEAT", "300ms",
                    "COMPANY_TIMELINE_STREAM_TAIL_BYTES", "256K",
                    "COMPANY_TIMELINE_STREAM_CHUNK_EVENTS", "100");

    private static final Comparator<JsonNode> RECORDED_ORDER =
            Comparator.<JsonNode, Instant>comparing(SubscribersIT::recordedAt)
                    .thenComparingInt(event -> Position.of(event).partition())
                    .thenComparingLong(event -> Position.of(event).offset());

    private final long seed = Long.getLong("subscribers.seed", System.nanoTime());
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Position> ends = new ConcurrentHashMap<>();
    private final AtomicBoolean stop = new AtomicBoolean();

    @TempDir private Path folder;

    private record Position(int partition, long offset) {

        static Position of(JsonNode event) {
            String[] parts = event.path("position").asText().split(":", -1);
            return new Position(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
        }

        Position orLater(Position other) {
            return other.offset > offset ? other : this;
        }

        @Override
        public String toString() {
            return partition + ":" + offset;
        }
    }

    /// @param wish what it must get in the end
    private record Following(Wish wish, Subscriber subscriber, Future<Subscriber.Got> got) {}

    @Test
    void each_event_comes_once_and_in_order_while_services_are_killed(TestReporter reporter)
            throws Exception {
        reporter.publishEntry("subscribers.seed", String.valueOf(seed));
        try (KillableStack stack = KillableStack.up(folder, SMALL_TAIL);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            StackClient client = stack.client();
            try {
                List<Following> all = follow(client, threads, startsAmongEvents(client));

                writeWhileKilling(stack, threads);

                String end = awaitProjected(client);
                all.forEach(one -> one.subscriber().endAt(end));
                List<JsonNode> committed = client.all("/events?order=asc&limit=1000");
                assertThat(ids(committed)).doesNotHaveDuplicates();
                assertThat(Set.copyOf(ids(committed))).isEqualTo(acknowledged);
                assertThat(committed).isSortedAccordingTo(RECORDED_ORDER);
                for (Following one : all) {
                    assertGot(one, committed);
                }
                assertThat(sum(all, Subscriber.Got::connections)).isGreaterThan(2 * SUBSCRIBERS);
                assertThat(sum(all, Subscriber.Got::readBack)).isGreaterThan(SUBSCRIBERS);
                for (Wish filter : Wish.FILTERS) {
                    assertThat(history(client, filter.parameters()))
                            .as(filter.parameters())
                            .isEqualTo(filter.of(committed));
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /// Posts some events, and gives points before, in the midst of, and after them.
    private List<Wish> startsAmongEvents(StackClient client) {
        Random random = new Random(seed);
        post(client, new MixedEvents(random), EVENTS_BEFORE);
        String cursor = awaitProjected(client);
        Set<String> early = new HashSet<>(acknowledged);
        String instant =
                client.all("/events?order=asc&limit=1000").getLast().path("recordedAt").asText();
        post(client, new MixedEvents(random), EVENTS_BEFORE);
        awaitProjected(client);
        Set<String> before = new HashSet<>(acknowledged);
        return List.of(
                new Wish("&from=beginning", event -> true),
                new Wish("&from=now", event -> !before.contains(id(event))),
                new Wish("&from=" + cursor, event -> !early.contains(id(event))),
                new Wish(
                        "&from=" + instant,
                        event -> recordedAt(event).isAfter(Instant.parse(instant))));
    }

    private void post(StackClient client, MixedEvents events, int count) {
        for (int i = 0; i < count; i++) {
            postUntilAcknowledged(client, events.next());
        }
    }

    /// Starts all subscribers and returns once their streams have begun.
    private List<Following> follow(StackClient client, ExecutorService threads, List<Wish> starts)
            throws InterruptedException {
        List<Following> all = new ArrayList<>();
        for (int i = 0; i < SUBSCRIBERS; i++) {
            Wish filter = Wish.FILTERS.get(i % Wish.FILTERS.size());
            Wish start = starts.get((i + i / Wish.FILTERS.size()) % starts.size());
            Subscriber subscriber =
                    new Subscriber(
                            client,
                            i < Wish.FILTERS.size() ? Format.SSE : Format.NDJSON,
                            filter.parameters(),
                            start.parameters(),
                            i % SLOW_EVERY == 0,
                            new Random(seed + i));
            all.add(new Following(filter.and(start), subscriber, threads.submit(subscriber)));
        }
        for (Following one : all) {
            one.subscriber().awaitConnected();
        }
        return all;
    }

    /// Returns once all services run again and all that was written is acknowledged.
    private void writeWhileKilling(KillableStack stack, ExecutorService threads) throws Exception {
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Random random = new Random(seed - 1 - writer);
            writers.add(threads.submit(() -> writeUntilStopped(stack.client(), random)));
        }
        for (Part[] parts : KILLS) {
            awaitMoreEvents();
            stack.kill(parts);
            stack.start(parts);
        }
        awaitMoreEvents();
        stop.set(true);
        for (Future<?> writer : writers) {
            writer.get(1, TimeUnit.MINUTES);
        }
    }

    private void awaitMoreEvents() {
        int enough = acknowledged.size() + EVENTS_BETWEEN_KILLS;
        Awaitility.await("more events to be acknowledged")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> acknowledged.size() >= enough);
    }

    private void writeUntilStopped(StackClient client, Random random) {
        MixedEvents events = new MixedEvents(random);
        while (!stop.get()) {
            postUntilAcknowledged(client, events.next());
            pause(random.nextInt(LONGEST_PAUSE_MILLIS));
        }
    }

    private void postUntilAcknowledged(StackClient client, MixedEvents.Posted event) {
        Optional<HttpResponse<String>> taken = answer(client, event);
        while (taken.isEmpty()) {
            pause(LONGEST_PAUSE_MILLIS);
            taken = answer(client, event);
        }
        HttpResponse<String> answer = taken.get();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(CREATED);
        Position position = Position.of(Json.of(answer));
        ends.merge(position.partition(), position, Position::orLater);
        acknowledged.add(event.id());
    }

    /// Empty while the service is away or has not reached Kafka: the event may be posted again.
    private static Optional<HttpResponse<String>> answer(
            StackClient client, MixedEvents.Posted event) {
        try {
            return Optional.of(client.post(event.json()))
                    .filter(answer -> answer.statusCode() != UNAVAILABLE);
        } catch (UncheckedIOException serviceWasKilled) {
            return Optional.empty();
        }
    }

    /// How often a publisher posts.
    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing", interrupted);
        }
    }

    /// Waits until all that was acknowledged is projected, and gives the cursor after it.
    private String awaitProjected(StackClient client) {
        String positions =
                ends.values().stream().map(Position::toString).collect(Collectors.joining(","));
        return Awaitility.await("the projection to reach " + positions)
                .atMost(Duration.ofMinutes(1))
                .until(
                        () ->
                                client.get(
                                        client.query().resolve("/events?limit=1"),
                                        "Timeline-Position",
                                        positions),
                        answer -> answer.statusCode() == 200)
                .headers()
                .firstValue("Timeline-Cursor")
                .orElseThrow();
    }

    private static void assertGot(Following one, List<JsonNode> committed) throws Exception {
        List<JsonNode> expected = one.wish().of(committed);
        Subscriber.Got got = one.got().get(1, TimeUnit.MINUTES);
        assertThat(byPartition(got.events(), Position::of))
                .as(one.wish().parameters())
                .isEqualTo(byPartition(expected, Position::of));
        assertThat(byPartition(got.events(), event -> event))
                .isEqualTo(byPartition(expected, event -> event));
        assertThat(got.told()).as(one.wish().parameters()).isEqualTo(DigestSum.of(expected));
    }

    private static int sum(List<Following> all, ToIntFunction<Subscriber.Got> number) {
        return all.stream().map(one -> one.got().resultNow()).mapToInt(number).sum();
    }

    private static <T> Map<Integer, List<T>> byPartition(
            List<JsonNode> events, Function<JsonNode, T> what) {
        return events.stream()
                .collect(
                        Collectors.groupingBy(
                                event -> Position.of(event).partition(),
                                Collectors.mapping(what, Collectors.toList())));
    }

    /// All events up to the head, which the last heartbeat adds up.
    private static List<JsonNode> history(StackClient client, String filter) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        DigestSum said = DigestSum.NOTHING;
        try (StreamConnection stream =
                StreamConnection.open(
                        client.query(),
                        Format.NDJSON,
                        "from=beginning&follow=false" + filter,
                        "")) {
            for (var item = stream.next(); item != null; item = stream.next()) {
                if (item.isHeartbeat()) {
                    said = DigestSum.said(item.json());
                } else {
                    events.add(item.json());
                }
            }
        }
        assertThat(said).isEqualTo(DigestSum.of(events));
        return events;
    }

    private static List<String> ids(List<JsonNode> events) {
        return events.stream().map(SubscribersIT::id).toList();
    }

    private static String id(JsonNode event) {
        return event.path("id").asText();
    }

    private static Instant recordedAt(JsonNode event) {
        return Instant.parse(event.path("recordedAt").asText());
    }
}
