package org.companytimeline.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// The settings of this service. Each can be given as an environment variable, such as
/// `COMPANY_TIMELINE_TOPIC`; they are checked at start and logged.
@ConfigMapping(prefix = "company-timeline")
public interface IngestConfig {

    /// The topic that is the log. This service waits for it and never makes it.
    @WithDefault("company-events")
    @NotBlank
    String topic();

    /// Where readers reach query-service; `Location` headers start with it.
    @WithDefault("http://localhost:8080")
    URI queryUrl();

    Ingest ingest();

    /// What this service alone has.
    interface Ingest {

        /// The most bytes of one event: of a body, and of a line of a stream. Over it: 413.
        @WithDefault("1M")
        MemorySize eventBytesMax();

        /// The most bytes of a CloudEvents batch. Over it: 413.
        @WithDefault("8M")
        MemorySize batchBytesMax();

        /// The most bytes of events that are read and not yet answered, over all requests. Over it:
        /// 503; a stream is read more slowly instead.
        @WithDefault("16M")
        MemorySize inFlightBytesMax();

        /// The most lines of one stream that are read and not yet answered. At it the stream is
        /// read more slowly.
        @WithDefault("2000")
        @Min(1)
        int streamLinesInFlightMax();

        /// The most streams of one publisher at a time. Over it: 429.
        @WithDefault("16")
        @Min(1)
        int streamsPerPublisherMax();

        /// The most names (ids and idempotency keys) of settled events that are remembered, so that
        /// a repeated post is answered at once. Older ones are left to the projection.
        @WithDefault("100000")
        @Min(0)
        int rememberedMax();

        /// How long they are remembered.
        @WithDefault("10M")
        Duration rememberedFor();

        /// How long the broker may take to acknowledge an event. Over it: 503, outcome unknown.
        @WithDefault("1500MS")
        Duration acknowledgedWithin();

        /// How long the producer waits for more events before it sends a batch.
        @WithDefault("0MS")
        Duration linger();

        /// The most bytes of one batch to one partition.
        @WithDefault("64K")
        MemorySize producerBatchBytesMax();

        /// `none`, `lz4`, `zstd`, `snappy` or `gzip`. In a stream of similar events lz4 took a
        /// fifth more processor time than none and less than a quarter of the disk, which counts in
        /// a log that is kept for ever.
        @WithDefault("lz4")
        String compression();

        /// How often the topic's metadata is asked for; readiness and 503 follow from it.
        @WithDefault("500MS")
        Duration probeEvery();

        /// From where the page is served: the origins (scheme, host and port, as browsers write
        /// them) whose pages may call this service. The answers to all others cannot be read in a
        /// browser.
        @WithDefault("http://localhost:8080,http://127.0.0.1:8080")
        List<@Pattern(regexp = "https?://[^/?#@\\s*A-Z]+") String> pageOrigins();

        /// What `Retry-After` says.
        @WithDefault("1S")
        Duration retryAfter();
    }
}
