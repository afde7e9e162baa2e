package org.companytimeline.ingest.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.companytimeline.ingest.accept.EventLog;
import org.companytimeline.ingest.accept.EventLog.Availability;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready while the log can be written.
@Readiness
@ApplicationScoped
class LogReadiness implements HealthCheck {

    private final EventLog log;

    @Inject
    LogReadiness(EventLog log) {
        this.log = log;
    }

    @Override
    public HealthCheckResponse call() {
        return switch (log.availability()) {
            case Availability.Available() -> HealthCheckResponse.up("log");
            case Availability.Unavailable no ->
                    HealthCheckResponse.named("log").down().withData("reason", no.reason()).build();
        };
    }
}
