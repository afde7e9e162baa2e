package org.companytimeline.timeline;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

/// What can be set. Checked at the start: a value out of its bounds stops the service.
@ConfigMapping(prefix = "company-timeline")
interface TimelineConfig {

    /// The topic that holds the log.
    @NotBlank
    @WithDefault("company-events")
    String topic();

    /// How many partitions the topic gets if it is made. Never to be changed later.
    @Min(1)
    @Max(1_000)
    @WithDefault("12")
    int partitions();

    /// The consumer group: all instances that fill one database share it, others must not.
    @NotBlank
    @WithDefault("timeline-service")
    String consumerGroup();

    /// The database role that may read the read model; it must exist.
    @Pattern(regexp = "[A-Za-z_][A-Za-z0-9_$-]{0,62}")
    @WithDefault("timeline_reader")
    String readerRole();

    /// How many threads project, each with a consumer and a database connection of its own.
    @Min(1)
    @Max(64)
    @WithDefault("2")
    int projectorThreads();

    /// How many records one transaction takes at most.
    @Min(1)
    @Max(100_000)
    @WithDefault("5000")
    int batchRecordsMax();

    /// How many bytes of records one transaction takes at most, and one thread fetches ahead. One
    /// record may be larger.
    @WithDefault("4M")
    MemorySize batchBytesMax();

    /// How many bytes of facts are collected before they are written.
    @WithDefault("4M")
    MemorySize factBytesMax();

    /// How many bytes of claims and their annotations may lie in one block, which is what folds
    /// together: those of one company, type and natural key. An event that would make them more is
    /// rejected as `not-stored`. The default fits into 192 MB of heap; a larger bound needs a
    /// larger heap. Large blocks are folded one at a time.
    @WithDefault("24M")
    MemorySize blockBytesMax();

    /// How many other companies the claims in one block may name. Each event that touches the block
    /// is noted on all their timelines. An event that would make them more is rejected as
    /// `not-stored`.
    @Min(1)
    @WithDefault("1000")
    int blockCompaniesMax();

    /// After this long without a sign of life another instance takes the partitions over. Not below
    /// what the broker allows (6 seconds by default).
    @WithDefault("6S")
    Duration sessionTimeout();

    /// How long the take-over of a partition waits for the transaction of its former owner.
    @WithDefault("5S")
    Duration takeOverTimeout();

    /// The first delay after the database failed; it doubles up to `retry-delay-max`.
    @WithDefault("0.1S")
    Duration retryDelayMin();

    /// See `retry-delay-min`.
    @WithDefault("5S")
    Duration retryDelayMax();

    /// How often the log is looked at: whether it is there, and still the same.
    @WithDefault("2S")
    Duration watchInterval();

    /// How long a call to Kafka for administration may take.
    @WithDefault("10S")
    Duration adminTimeout();

    /// How many bytes of records one page of rejected events holds at most.
    @WithDefault("4M")
    MemorySize rejectedPageBytesMax();
}
