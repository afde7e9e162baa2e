package org.companytimeline.query.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.companytimeline.query.NaiveProjection;
import org.companytimeline.query.Said;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Subscribers that all come at the same moment, as after a restart.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(CrowdIT.Patience.class)
class CrowdIT {

    private static final int CROWD = 500;

    /// As much time to get in as a busy machine may need.
    public static final class Patience implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("company-timeline.stream.open-within", "1m");
        }
    }

    private final NaiveProjection log = NaiveProjection.ofAnotherLog();
    private final List<StreamClient> crowd = new ArrayList<>();

    CrowdIT() throws SQLException {}

    @AfterEach
    void leave() throws IOException {
        for (StreamClient subscriber : crowd) {
            subscriber.close();
        }
    }

    @Test
    void all_who_come_at_once_are_let_in_though_the_database_stands_still_meanwhile()
            throws Exception {
        log.record(Said.founded("pathway", "Pathway", "2020"));

        try (var owner = TestDatabase.owner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table projection_partition in access exclusive mode");
            for (int i = 0; i < CROWD; i++) {
                crowd.add(StreamClient.open(StreamClient.SSE, "from=beginning"));
            }
            // Longer than a read waits for a connection.
            statement.execute("select pg_sleep(1.5)");
            owner.commit();
        }

        for (StreamClient subscriber : crowd) {
            assertThat(subscriber.status()).isEqualTo(200);
            assertThat(subscriber.nextItem().isHeartbeat()).isTrue();
            assertThat(subscriber.nextEvent().json().path("type").asText()).isEqualTo("founded");
        }
    }
}
