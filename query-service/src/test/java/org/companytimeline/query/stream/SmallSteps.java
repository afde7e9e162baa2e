package org.companytimeline.query.stream;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// Chunks so small that they end between and at events that fit, a tail that is overrun, and many
/// heartbeats and polls.
public final class SmallSteps implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "company-timeline.stream.heartbeat", "100ms",
                "company-timeline.stream.chunk-events", "7",
                "company-timeline.stream.tail-bytes", "40K",
                "company-timeline.position.poll", "500ms");
    }
}
