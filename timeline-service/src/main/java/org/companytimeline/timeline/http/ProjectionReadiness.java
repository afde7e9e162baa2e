package org.companytimeline.timeline.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeMap;
import org.companytimeline.timeline.project.Troubles;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/// Ready while the log is there and trusted, the database takes what is projected, and all threads
/// project. Names the parts in trouble; what the trouble is stands in the log.
@Readiness
@ApplicationScoped
class ProjectionReadiness implements HealthCheck {

    private final Troubles troubles;

    ProjectionReadiness(Troubles troubles) {
        this.troubles = troubles;
    }

    @Override
    public HealthCheckResponse call() {
        TreeMap<String, String> now = new TreeMap<>(troubles.now());
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("projection").status(now.isEmpty());
        now.keySet().forEach(part -> response.withData(part, "in trouble"));
        return response.build();
    }
}
