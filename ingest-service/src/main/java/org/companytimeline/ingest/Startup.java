package org.companytimeline.ingest;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.companytimeline.ingest.accept.EventLog;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Checks the settings that belong together, says which are in effect, and reaches for the log
/// before the first post comes.
@ApplicationScoped
class Startup {

    private static final Logger LOG = Logger.getLogger(Startup.class);

    void start(
            @Observes StartupEvent started,
            IngestConfig config,
            EventLog log,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers,
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") String keys,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer) {
        IngestConfig.Ingest ingest = config.ingest();
        if (ingest.linger().compareTo(ingest.acknowledgedWithin()) >= 0) {
            throw new IllegalArgumentException(
                    "company-timeline.ingest.linger is to be shorter than acknowledged-within: "
                            + ingest.linger()
                            + " and "
                            + ingest.acknowledgedWithin());
        }
        if (ingest.inFlightBytesMax().asLongValue() < ingest.batchBytesMax().asLongValue()
                || ingest.batchBytesMax().asLongValue() < ingest.eventBytesMax().asLongValue()) {
            throw new IllegalArgumentException(
                    "company-timeline.ingest: event-bytes-max is to be at most batch-bytes-max,"
                            + " and that at most in-flight-bytes-max");
        }
        LOG.infof(
                "settings topic=%s brokers=%s keys=%s issuer=%s query-url=%s event-bytes-max=%d"
                    + " batch-bytes-max=%d in-flight-bytes-max=%d stream-lines-in-flight-max=%d"
                    + " streams-per-publisher-max=%d remembered-max=%d remembered-for=%s"
                    + " acknowledged-within=%s linger=%s producer-batch-bytes-max=%d compression=%s"
                    + " probe-every=%s page-origins=%s retry-after=%s",
                config.topic(),
                brokers,
                keys,
                issuer,
                config.queryUrl(),
                ingest.eventBytesMax().asLongValue(),
                ingest.batchBytesMax().asLongValue(),
                ingest.inFlightBytesMax().asLongValue(),
                ingest.streamLinesInFlightMax(),
                ingest.streamsPerPublisherMax(),
                ingest.rememberedMax(),
                ingest.rememberedFor(),
                ingest.acknowledgedWithin(),
                ingest.linger(),
                ingest.producerBatchBytesMax().asLongValue(),
                ingest.compression(),
                ingest.probeEvery(),
                String.join(",", ingest.pageOrigins()),
                ingest.retryAfter());
        // The log is made when it is first asked.
        log.availability();
    }
}
