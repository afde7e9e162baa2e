package org.companytimeline.timeline.project;

import java.time.Instant;

/// A partition's step forward: it takes effect only if the partition stands at `from` and `epoch`
/// is still its epoch.
public record Advance(int partition, long epoch, long from, long to, Instant knownTime) {}
