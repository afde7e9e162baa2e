package org.companytimeline.timeline.project;

import java.time.Instant;

/// The right to project a partition, until another takes it over.
public record Ownership(int partition, long epoch, long nextOffset, Instant knownTime) {}
