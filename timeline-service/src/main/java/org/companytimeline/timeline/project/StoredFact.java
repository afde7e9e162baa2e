package org.companytimeline.timeline.project;

import java.util.UUID;

/// A fact that the read model holds.
///
/// @param bodyHash SHA-256 of its body
public record StoredFact(UUID id, long changedOffset, FactRow.Place place, Bytes bodyHash) {}
