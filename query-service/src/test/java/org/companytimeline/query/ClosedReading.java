package org.companytimeline.query;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// Readers need a token, and there is room for one stream.
public final class ClosedReading implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "company-timeline.reading.open", "false",
                "company-timeline.stream.connections", "1",
                "company-timeline.stream.heartbeat", "200ms",
                "company-timeline.stream.stalled-after", "6s");
    }
}
