package org.companytimeline.timeline.project;

import org.companytimeline.event.Position;
import org.jspecify.annotations.Nullable;

/// Where a recorded event lies from now on.
///
/// @param block the key of the block in which its lineage lies
/// @param thread of a claim: the identity of the thread of its lineage's head
public record MovedEvent(Position position, String block, @Nullable Bytes thread) {}
