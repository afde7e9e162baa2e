package org.companytimeline.query.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.companytimeline.query.view.LogState;
import org.companytimeline.query.view.ReadModel;
import org.companytimeline.query.view.ReadModelUnavailable;
import org.companytimeline.query.view.Snapshot;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/// Ready while the read model can be read and its facts may be served.
@Readiness
@ApplicationScoped
class ReadModelReadiness implements HealthCheck {

    private final ReadModel readModel;

    ReadModelReadiness(ReadModel readModel) {
        this.readModel = readModel;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder check = HealthCheckResponse.named("read-model");
        try {
            LogState log = readModel.inSnapshot(Snapshot::log);
            return check.withData("partitions", log.partitions())
                    .withData("refolding", log.refolding())
                    .status(!log.refolding())
                    .build();
        } catch (ReadModelUnavailable e) {
            return check.withData("reason", String.valueOf(e.getMessage())).down().build();
        }
    }
}
