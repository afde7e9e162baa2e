package org.companytimeline.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.companytimeline.ingest.accept.EventIntake;
import org.companytimeline.ingest.accept.EventLog;
import org.companytimeline.ingest.accept.InFlightBytes;
import org.companytimeline.ingest.accept.RecentEvents;

/// Puts the intake together from the settings.
@ApplicationScoped
class Intake {

    @Produces
    @Singleton
    EventIntake intake(EventLog log, IngestConfig config) {
        return new EventIntake(
                log,
                new RecentEvents(
                        config.ingest().rememberedMax(),
                        config.ingest().rememberedFor(),
                        System::nanoTime));
    }

    @Produces
    @Singleton
    InFlightBytes inFlightBytes(IngestConfig config) {
        return new InFlightBytes(config.ingest().inFlightBytesMax().asLongValue());
    }
}
