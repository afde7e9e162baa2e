package org.companytimeline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random logs, written while they are read by subscribers that disconnect at random points and
/// resume, some of them so late that the tail has lost their place.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SmallSteps.class)
class RandomStreamsIT {

    private static final int EVENTS = 600;
    private static final int SUBSCRIBERS = 6;

    private final NaiveProjection log = NaiveProjection.ofAnotherLog();
    private final CountDownLatch written = new CountDownLatch(1);

    RandomStreamsIT() throws SQLException {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void every_subscriber_gets_every_event_once_in_the_order_of_its_partition(long seed)
            throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<StreamClient.Item>>> subscribers = new ArrayList<>();
            for (int i = 0; i < SUBSCRIBERS; i++) {
                Random random = new Random(seed * 100 + i);
                String format = i % 2 == 0 ? StreamClient.SSE : StreamClient.NDJSON;
                subscribers.add(threads.submit(() -> follow(format, random)));
            }
            write(new Random(seed));

            Map<String, List<String>> stored = byPartition(StoredEvents.bodies());
            for (Future<List<StreamClient.Item>> subscriber : subscribers) {
                List<String> got =
                        subscriber.get(2, TimeUnit.MINUTES).stream()
                                .map(StreamClient.Item::event)
                                .toList();
                assertThat(byPartition(got)).isEqualTo(stored);
            }
        }
    }

    @Test
    void history_comes_in_recorded_order_and_a_cursor_gives_the_same_rest_for_ever()
            throws Exception {
        write(new Random(5));
        List<String> stored = StoredEvents.bodies();
        List<StreamClient.Item> all = toTheHead("from=beginning");

        assertThat(all.stream().map(StreamClient.Item::event)).isEqualTo(stored);
        for (int i = 0; i < all.size(); i += 53) {
            assertThat(toTheHead("from=" + all.get(i).cursor()))
                    .isEqualTo(all.subList(i + 1, all.size()));
        }
    }

    private static List<StreamClient.Item> toTheHead(String query) throws Exception {
        List<StreamClient.Item> events = new ArrayList<>();
        try (StreamClient stream =
                StreamClient.open(StreamClient.NDJSON, query + "&follow=false")) {
            for (var item = stream.next(); item != null; item = stream.next()) {
                if (!item.isHeartbeat()) {
                    events.add(item);
                }
            }
        }
        return events;
    }

    /// Many small transactions, with records that were rejected and one partition that lags.
    private void write(Random random) throws Exception {
        log.lag(3);
        int left = EVENTS;
        while (left > 0) {
            int size = Math.min(left, 1 + random.nextInt(20));
            List<String> batch = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                batch.add(Said.launched("c" + random.nextInt(40), "P" + left + "-" + i, "2024"));
            }
            log.recordAll(batch);
            left -= size;
            if (random.nextInt(4) == 0) {
                log.reject(random.nextInt(12), "malformed");
            }
        }
        written.countDown();
    }

    /// Reads until a heartbeat says that the stream is at the head after all was written. The
    /// hashes of all connections add up to what was got.
    private List<StreamClient.Item> follow(String format, Random random) throws Exception {
        List<StreamClient.Item> got = new ArrayList<>();
        ExpectedSum claimed = new ExpectedSum();
        ExpectedSum counted = new ExpectedSum();
        String resume = "from=beginning";
        while (true) {
            int patience = random.nextInt(80);
            try (StreamClient stream = StreamClient.open(format, resume)) {
                List<StreamClient.Item> sinceHeartbeat = new ArrayList<>();
                StreamClient.Item lastHeartbeat = null;
                for (int i = 0; i < patience; i++) {
                    boolean allWritten = written.getCount() == 0;
                    StreamClient.Item item = stream.nextItem();
                    resume = "from=" + item.cursor();
                    if (!item.isHeartbeat()) {
                        got.add(item);
                        sinceHeartbeat.add(item);
                        continue;
                    }
                    sinceHeartbeat.forEach(counted::add);
                    sinceHeartbeat.clear();
                    lastHeartbeat = item;
                    if (allWritten && item.cursor().equals(item.state().path("head").asText())) {
                        claim(claimed, lastHeartbeat);
                        assertThat(counted.count()).isEqualTo(claimed.count());
                        assertThat(counted.hash()).isEqualTo(claimed.hash());
                        return got;
                    }
                }
                if (lastHeartbeat != null) {
                    claim(claimed, lastHeartbeat);
                }
                for (StreamClient.Item unclaimed : sinceHeartbeat) {
                    counted.add(unclaimed);
                    claimed.add(unclaimed);
                }
            }
        }
    }

    private static void claim(ExpectedSum claimed, StreamClient.Item heartbeat) {
        claimed.add(
                new BigInteger(heartbeat.state().path("hash").asText(), 16),
                heartbeat.state().path("count").asLong());
    }

    private static Map<String, List<String>> byPartition(List<String> bodies) {
        Map<String, List<String>> partitions = new TreeMap<>();
        for (String body : bodies) {
            String position =
                    new StreamClient.Item("", body, null).json().path("position").asText();
            partitions
                    .computeIfAbsent(
                            position.substring(0, position.indexOf(':')), none -> new ArrayList<>())
                    .add(body);
        }
        return partitions;
    }
}
