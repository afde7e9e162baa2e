package org.companytimeline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A subscriber that reads all the time, but so slowly that one event takes longer than a
/// subscriber may take nothing.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(SlowReaderIT.LittlePatience.class)
class SlowReaderIT {

    private static final int EVENT_BYTES = 900_000;
    private static final int READ_BYTES = 4 * 1024;
    private static final Duration BETWEEN_READS = Duration.ofMillis(20);
    private static final Duration STALLED_AFTER = Duration.ofSeconds(3);

    /// Sockets that take little.
    public static final class LittlePatience implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "company-timeline.stream.heartbeat",
                    "100ms",
                    "company-timeline.stream.stalled-after",
                    STALLED_AFTER.toMillis() + "ms",
                    SmallSendBuffers.PROPERTY,
                    "16384");
        }
    }

    private final NaiveProjection log = NaiveProjection.ofAnotherLog();

    SlowReaderIT() throws SQLException {}

    @ParameterizedTest
    @ValueSource(strings = {"from=beginning", "from=now"})
    void a_large_event_comes_as_slowly_as_it_is_read(String from) throws Exception {
        if (from.equals("from=beginning")) {
            recordLarge();
        }
        try (StreamClient stream = StreamClient.open(StreamClient.SSE, from)) {
            stream.nextHeartbeat();
            if (from.equals("from=now")) {
                recordLarge();
            }
            long begun = System.nanoTime();

            stream.readSlowly(READ_BYTES, BETWEEN_READS);
            String event = stream.nextEvent().event();

            assertThat(event).isEqualTo(StoredEvents.bodies().getFirst());
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(STALLED_AFTER);
            assertThat(stream.nextHeartbeat().state().path("count").asLong()).isEqualTo(1);
        }
    }

    private void recordLarge() throws SQLException {
        log.recordThen(
                Said.founded("pathway", "Pathway", "2020"),
                "update event set known = false, body = ?",
                ("{\"x\":\"" + "x".repeat(EVENT_BYTES) + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
