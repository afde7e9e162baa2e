package org.companytimeline.benchmarks.consumer;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/// What both ways of reading share.
@ConfigMapping(prefix = "benchmark")
interface ConsumerSettings {

    Way way();

    String bootstrapServers();

    String topic();

    String group();

    int maxPollRecords();

    Duration pollTimeout();

    /// After how many records the count and the time are printed.
    long reportEvery();

    /// How the log is read.
    enum Way {
        POLL_LOOP,
        REACTIVE_MESSAGING
    }
}
