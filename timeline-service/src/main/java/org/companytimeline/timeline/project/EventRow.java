package org.companytimeline.timeline.project;

import org.jspecify.annotations.Nullable;

/// An event to be recorded.
///
/// @param block the key of the block in which its lineage lies; null for what has none
/// @param thread of a claim: the identity of the thread of its lineage's head
public record EventRow(ReadEvent read, @Nullable String block, @Nullable Bytes thread) {}
