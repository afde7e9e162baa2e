package org.companytimeline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.internal.PlatformDependent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;

/// Many subscribers that ask for history and do not read it.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(UnreadHistoryIT.LargeChunks.class)
class UnreadHistoryIT {

    private static final int SUBSCRIBERS = 60;
    private static final int EVENTS = 700;
    private static final long MEGABYTE = 1 << 20;

    /// Chunks of which all subscribers together may hold two.
    public static final class LargeChunks implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "company-timeline.stream.chunk-bytes",
                    "1M",
                    "company-timeline.stream.history-bytes",
                    "3M",
                    "company-timeline.stream.heartbeat",
                    "200ms",
                    SmallSendBuffers.PROPERTY,
                    "16384");
        }
    }

    private final NaiveProjection log = NaiveProjection.ofAnotherLog();

    UnreadHistoryIT() throws SQLException {}

    @Test
    void it_takes_no_more_memory_than_is_set_and_all_comes_when_it_is_read() throws Exception {
        log.recordAll(LargeEvents.said(EVENTS));
        List<String> stored = StoredEvents.bodies();
        List<StreamClient> unread = new ArrayList<>();
        long before = usedBytes();
        for (int i = 0; i < SUBSCRIBERS; i++) {
            unread.add(StreamClient.open(StreamClient.NDJSON, "from=beginning"));
            unread.getLast().nextHeartbeat();
        }
        // Turns are taken in order: when this one has had its own, all others have had one.
        assertAllComes(StreamClient.open(StreamClient.NDJSON, "from=beginning"), stored);

        long held = usedBytes() - before;

        assertThat(held).isLessThan(SUBSCRIBERS * MEGABYTE / 3);
        for (StreamClient stream : unread) {
            assertAllComes(stream, stored);
        }
    }

    @Test
    void without_following_its_head_stays_where_it_was_though_more_is_recorded() throws Exception {
        log.recordAll(LargeEvents.said(EVENTS));
        try (StreamClient stream =
                StreamClient.open(StreamClient.NDJSON, "from=beginning&follow=false")) {
            StreamClient.Item last = stream.nextHeartbeat();
            String head = last.state().path("head").asText();

            log.record(Said.founded("late", "Late", "2020"));

            for (StreamClient.Item item = last; item != null; item = stream.next()) {
                last = item;
            }
            assertThat(last.cursor()).isEqualTo(head);
            assertThat(last.state().path("head").asText()).isEqualTo(head);
            assertThat(last.state().path("count").asLong()).isEqualTo(EVENTS);
        }
    }

    private static void assertAllComes(StreamClient stream, List<String> stored) throws Exception {
        try (stream) {
            ExpectedSum sum = new ExpectedSum();
            for (String body : stored) {
                StreamClient.Item event = stream.nextEvent();
                assertThat(event.event()).isEqualTo(body);
                sum.add(event);
            }
            StreamClient.Item last = stream.nextHeartbeat();
            assertThat(last.state().path("count").asLong()).isEqualTo(sum.count());
            assertThat(last.state().path("hash").asText()).isEqualTo(sum.hash());
        }
    }

    /// What lies in the heap after a collection, and in the buffers of sockets.
    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
                + PlatformDependent.usedDirectMemory();
    }
}
