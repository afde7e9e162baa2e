package org.companytimeline.timeline.project;

import org.jspecify.annotations.Nullable;

/// An event to be recorded.
///
/// @param block the key of the block in which it lies, by its thread or its own content; null for
///   what is no claim
public record EventRow(ReadEvent read, @Nullable String block) {}
