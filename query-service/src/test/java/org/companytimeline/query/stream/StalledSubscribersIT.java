package org.companytimeline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

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
import java.util.stream.Collectors;
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

    private final NaiveProjection log = NaiveProjection.ofAnotherLog();

    StalledSubscribersIT() throws SQLException {}

    @Test
    void one_that_takes_nothing_for_too_long_is_let_go_and_can_resume() throws Exception {
        try (StreamClient stalled = StreamClient.open(StreamClient.NDJSON, "from=beginning")) {
            List<StreamClient.Item> read = new ArrayList<>();
            read.add(stalled.nextHeartbeat());
            writeLarge(EVENTS);

            openWhenThereIsRoom("").close();

            assertThatIOException().isThrownBy(() -> readToEnd(stalled, read));
            List<String> got = events(read);
            assertThat(got).hasSizeLessThan(EVENTS);
            try (StreamClient resumed =
                    StreamClient.open(
                            StreamClient.NDJSON, "follow=false&from=" + read.getLast().cursor())) {
                List<StreamClient.Item> rest = new ArrayList<>();
                readToEnd(resumed, rest);
                got.addAll(events(rest));
            }
            assertThat(got).isEqualTo(StoredEvents.bodies());
        }
    }

    private static void readToEnd(StreamClient stream, List<StreamClient.Item> read)
            throws IOException {
        for (var item = stream.next(); item != null; item = stream.next()) {
            read.add(item);
        }
    }

    private static List<String> events(List<StreamClient.Item> items) {
        return items.stream()
                .filter(item -> !item.isHeartbeat())
                .map(StreamClient.Item::event)
                .collect(Collectors.toCollection(ArrayList::new));
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
