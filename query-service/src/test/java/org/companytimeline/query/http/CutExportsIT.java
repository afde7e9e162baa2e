package org.companytimeline.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.companytimeline.query.TestDatabase;
import org.junit.jupiter.api.Test;

/// An export whose snapshot is held for too long.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(CutExportsIT.HeldBriefly.class)
class CutExportsIT {

    /// A snapshot is held for a second.
    public static final class HeldBriefly implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "company-timeline.export.concurrent", "1",
                    "company-timeline.export.held-at-most", "1s",
                    "company-timeline.export.stalled-after", "1h");
        }
    }

    @Test
    void a_slow_reader_is_cut_off_when_the_snapshot_was_held_long_enough() throws Exception {
        ManyFacts.insert();
        try (ExportClient slow = ExportClient.whenThereIsRoom()) {
            ExportClient.whenThereIsRoom().close();

            ExportClient.Rest rest = slow.rest();

            assertThat(rest.isWhole()).isFalse();
            assertThat(rest.text()).doesNotContain("\"end\"");
        }
    }
}
