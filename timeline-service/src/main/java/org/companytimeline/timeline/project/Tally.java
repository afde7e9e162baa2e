package org.companytimeline.timeline.project;

/// What one transaction adds to the counts of a partition.
public record Tally(int partition, long nextOffset, long events, long rejected) {}
