package org.companytimeline.timeline.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where the projection of one partition stands.
///
/// @param serveFrom a refold is under way while `nextOffset` is below this
/// @param knownTime the largest broker stamp so far, null before the first record
public record PartitionProgress(
        int partition,
        LogIdentity log,
        int foldVersion,
        long nextOffset,
        long serveFrom,
        long epoch,
        @Nullable Instant knownTime,
        long events,
        long rejected) {}
