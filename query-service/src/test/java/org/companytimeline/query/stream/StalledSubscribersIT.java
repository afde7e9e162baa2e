package org.companytimeline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;

/// Subscribers that take nothing of what waits for them, for longer than is borne.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(StalledSubscribersIT.LittlePatience.class)
class StalledSubscribersIT {

    private static final int EVENTS = 3_000;

    /// One connection, and little patience.
    public static final class LittlePatience implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "company-timeline.stream.connections", "1",
                    "company-timeline.stream.heartbeat", "200ms",
                    "company-timeline.stream.stalled-after", "1s");
        }
    }

    private final NaiveProjection log = NaiveProjection.empty();

    StalledSubscribersIT() throws SQLException {}

    @Test
    void one_that_takes_nothing_for_too_long_is_let_go_and_can_resume() throws Exception {
        try (StreamClient stalled = StreamClient.open(StreamClient.NDJSON, "from=beginning")) {
            StreamClient.Item last = stalled.nextHeartbeat();
            writeLarge(EVENTS);
            List<String> got = new ArrayList<>();

            openWhenThereIsRoom("").close();

            try {
                for (var item = stalled.next(); item != null; item = stalled.next()) {
                    last = item;
                    if (!item.isHeartbeat()) {
                        got.add(item.event());
                    }
                }
            } catch (IOException cut) {
                assertThat(got).hasSizeLessThan(EVENTS);
            }
            try (StreamClient resumed =
                    StreamClient.open(StreamClient.NDJSON, "follow=false&from=" + last.cursor())) {
                for (var item = resumed.next(); item != null; item = resumed.next()) {
                    if (!item.isHeartbeat()) {
                        got.add(item.event());
                    }
                }
            }
            assertThat(got).isEqualTo(StoredEvents.bodies());
        }
    }

    private static StreamClient openWhenThereIsRoom(String query) {
        List<StreamClient> opened = new ArrayList<>();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    StreamClient stream = StreamClient.open(StreamClient.NDJSON, query);
                    if (stream.status() == 200) {
                        opened.add(stream);
                        return true;
                    }
                    stream.close();
                    return false;
                });
        return opened.getLast();
    }

    private void writeLarge(int count) throws SQLException {
        log.recordAll(LargeEvents.said(count));
    }
}
